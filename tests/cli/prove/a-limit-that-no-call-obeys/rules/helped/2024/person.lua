use "national/rates"

local function highest(day)
  return ceiling(day)
end

return subject {
  title = "Prova",
  base = money { title = "Base" },
  day  = date { value = "2010-01-01" },
  pay  = money { title = "Importo", payable = true, round = "cent",
    of = function(s) return s.base * highest(s.day) end },
}
