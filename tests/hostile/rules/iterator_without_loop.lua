-- TRIES: calls an iterator without a loop, to keep something in it
-- EXPECT: must fail: error
-- CORRECT: the iterator has no memory
-- PLAIN-LUA: ok
local step = pairs({ 10, 20, 30 })
local _, value = step()
return value
