use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) if s.base < 0 then return s.base * ceiling(period.to) end return s.base * "40%" end },
}
