-- TRIES: a function that finds itself in a table
-- EXPECT: must fail: time
-- CORRECT: what stands in a field is not known, so its steps are counted
-- PLAIN-LUA: hang
local t = {}
t.again = function(n) return t.again(n) end
return subject {
  title = "Formula", top = true,
  titolo = text { title = "Titolo" },
  voto = points { title = "Voto", of = function(s) return t.again(1) end },
}
