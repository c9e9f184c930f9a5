local weight = keyed "weight" { operatori = "100%", istruttori = "115%", funzionari = "130%" }

return subject {
  base = money  { title = "Base" },
  area = choice { "operatori", "istruttori", "funzionari", title = "Area" },
  pay  = money  { title = "Premio", payable = true, round = "cent",
    of = function(s) return s.base * weight(s.area) end },
}
