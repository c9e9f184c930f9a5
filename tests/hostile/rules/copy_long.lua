-- TRIES: copies one long text for ever: each step of Lua takes long
-- EXPECT: must fail: time
-- CORRECT: what is allocated costs steps
-- PLAIN-LUA: hang
local a = "x"
for i = 1, 13 do a = a .. a end
while true do local b = a .. "y" end
