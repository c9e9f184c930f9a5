use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  day  = date { value = "2010-01-01" },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) local day = s.day return s.base * ceiling(day) end },
}
