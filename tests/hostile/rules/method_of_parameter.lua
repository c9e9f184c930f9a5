-- TRIES: hands a table with a function in it to itself, like a method
-- EXPECT: must fail: time
-- CORRECT: what stands in a field is not known, so its steps are counted
-- PLAIN-LUA: hang
local function again(self, n) return self.again(self, n) end
return again({ again = again }, 1)
