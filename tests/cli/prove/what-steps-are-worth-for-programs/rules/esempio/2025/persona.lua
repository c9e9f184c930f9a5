-- Una formula che vuole soltanto il punteggio si calcola al bordo; di quella che vuole altro si dice.
local fasce = bands "fasce" {
  { from = 0, below = 5, give = "0%" },
  { from = 5, below = 8, give = function(voto) return voto * "1%" end },
  { from = 8, below = 9, give = "8%" },
  { from = 9, below = 10, give = function(voto, p) return p.quota end },
  { from = 10, to = 20, give = function(voto)
    if voto > 12 then return "20%" end
    return voto * "1%"
  end },
}
local arrotondate = bands "arrotondate" {
  round = 0,
  { from = 0, to = 10, give = "10%" },
  { above = 10, to = 20, give = "20%" },
}

return subject {
  title = "Persona",
  base  = money { title = "Base", max = 5000 },
  voto  = number { title = "Voto", min = 0, max = 20 },
  quota = percent { title = "Quota", max = "100%" },
  parte = percent { title = "Parte", bands = fasce, by = "voto", round = { step = "0.5%" } },
  altra = percent { title = "Altra", bands = arrotondate, by = "voto" },
  paga  = money { title = "Paga", payable = true, round = "cent", of = function(p) return p.base * p.parte end },
  extra = money { title = "Extra", payable = true, round = "cent", of = function(p) return p.base * p.altra end },
}
