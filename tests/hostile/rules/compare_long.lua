-- TRIES: compares two long texts for ever: one instruction each
-- EXPECT: must fail: time
-- CORRECT: texts are short
-- PLAIN-LUA: hang
local a = "x"
for i = 1, 13 do a = a .. a end
local b = a .. "z"
while true do local c = a < b end
