-- TRIES: puts an endless formula where the rules are written with a harmless one
-- EXPECT: must fail: time
-- CORRECT: the steps belong to the function that is there, not to the one that is written there
-- PLAIN-LUA: hang
local cell = { title = "Voto", of = function(s) return 1 end }
cell.of = function(s) while true do end end
return subject {
  title = "Formula", top = true,
  titolo = text { title = "Titolo" },
  voto = points(cell),
}
