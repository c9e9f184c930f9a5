-- TRIES: calculates with numbers of a thousand digits for ever
-- EXPECT: must fail: time
-- CORRECT: big numbers cost steps
-- PLAIN-LUA: hang
local x = "1.0123456789123456789" * 1
for i = 1, 20 do x = x * "1.0123456789123456789" end
while true do local y = x * "1.3" end
