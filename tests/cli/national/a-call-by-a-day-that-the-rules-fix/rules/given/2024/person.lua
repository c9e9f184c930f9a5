use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  day  = date { title = "Giorno" },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) return s.base * ceiling(s.day) end },
}
