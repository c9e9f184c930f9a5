use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  from = date { value = "2010-01-01" },
  day  = date { of = function(s) return s.from + 3 end },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) return s.base * ceiling(s.day) end },
}
