-- TRIES: two functions that call one another, the second known by a local that was there before
-- EXPECT: must fail: time
-- CORRECT: what the local holds is not known, so its steps are counted
-- PLAIN-LUA: hang
local g
local function f(n) return g(n) end
g = function(n) return f(n) end
return subject {
  title = "Formula", top = true,
  titolo = text { title = "Titolo" },
  voto = points { title = "Voto", of = function(s) return f(1) end },
}
