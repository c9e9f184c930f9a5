use "national/rates"

return subject {
  title = "Prova",
  base = money { title = "Base" },
  post = list { name = text {}, part = percent {} },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) 
      local total = s.base * "0%"
      for _, p in ipairs(s.post) do total = total + s.base * p.part end
      return total end },
  must { "base", of = function(s) if s.base < 0 then return s.base < s.base * ceiling(period.to) end return true end },
}
