use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) local day = period.to return s.base * ceiling(day) end },
}
