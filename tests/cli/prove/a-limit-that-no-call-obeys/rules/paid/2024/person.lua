use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) return s.base * ceiling(period.to) end },
}
