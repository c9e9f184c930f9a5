use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  day  = date { default = "2010-01-01" },
  most = percent { dated = ceiling, by = "day", title = "Massimo" },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) return s.base * s.most end },
}
