-- TRIES: doubles a text again and again, without a loop
-- EXPECT: must fail: memory
-- CORRECT: stopped at the longest text, although every step is known beforehand
-- PLAIN-LUA: ok
local s = "xxxxxxxxxxxxxxxx"
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
s = s .. s
return #s
