-- TRIES: a function that calls what it is given, which is itself
-- EXPECT: must fail: time
-- CORRECT: what a parameter is is not known, so its steps are counted
-- PLAIN-LUA: hang
local function again(f, n) return f(f, n) end
return subject {
  title = "Formula", top = true,
  titolo = text { title = "Titolo" },
  voto = points { title = "Voto", of = function(s) return again(again, 1) end },
}
