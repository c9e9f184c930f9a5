-- TRIES: a number that only grows
-- EXPECT: must fail: error
-- CORRECT: a limit of digits
-- PLAIN-LUA: hang
local x = "1.1" * 1
while true do x = x * x end
