use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  rate = percent { title = "Aliquota" },
  pay  = money { title = "Importo", payable = true, round = "cent",
    unless = { { function(s) return s.rate > ceiling(period.to) end, "oltre il massimo" } },
    of = function(s) return s.base * s.rate end },
}
