use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  most = percent { of = function() return ceiling(period.to) end, title = "Massimo" },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) return s.base * "40%" end },
}
