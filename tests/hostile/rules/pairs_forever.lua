-- TRIES: sorts a large table for ever, in C
-- EXPECT: must fail: time
-- CORRECT: sorting costs steps
-- PLAIN-LUA: hang
local t = {}
for i = 1, 200000 do t[i] = i end
while true do for k in pairs(t) do break end end
