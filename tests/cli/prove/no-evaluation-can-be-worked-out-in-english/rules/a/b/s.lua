local rate = bands "rate" { { from = "0%", to = "50%", give = "10%" }, { above = "50%", to = "100%", give = "20%" } }

return subject {
  points = points { title = "Punti", max = 10 },
  full   = points { value = 10, title = "Massimo" },
  base   = money  { title = "Base" },
  pay    = money  { title = "Premio", payable = true, round = "cent",
    of = function(s) return s.base * rate(s.points / s.full) end },
}
