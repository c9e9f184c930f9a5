use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  rate = percent { title = "Aliquota" },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) return s.base * s.rate end },
  must { "{rate}: troppo", of = function(s) return s.rate <= ceiling(period.to) end },
}
