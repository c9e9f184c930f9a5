-- TRIES: an endless function on the line of a harmless one, begun on the line before
-- EXPECT: must fail: time
-- CORRECT: Lua knows lines only, so the function is not taken for the other one
-- PLAIN-LUA: hang
local endless = function
(s) while true do end end local harmless = function(s) return 1 end
return subject {
  title = "Formula", top = true,
  titolo = text { title = "Titolo" },
  nota = points { title = "Nota", of = harmless },
  voto = points { title = "Voto", of = endless },
}
