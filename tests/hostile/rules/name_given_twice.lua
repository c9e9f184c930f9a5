-- TRIES: gives the name of a harmless function to an endless one, after a formula was written with it
-- EXPECT: must fail: time
-- CORRECT: the name is not taken for the function that it had first
-- PLAIN-LUA: hang
local function f(n) return n end
local formula = function(s) return f(1) end
f = function(n) while true do end end
return subject {
  title = "Formula", top = true,
  titolo = text { title = "Titolo" },
  voto = points { title = "Voto", of = formula },
}
