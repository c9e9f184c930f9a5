local fasce = bands "fasce" {
  { below = function(p) return p.soglia end, give = "0%" },
  { from = function(p) return p.soglia end, give = "10%" },
}

return subject {
  title  = "Persona",
  base   = money  { title = "Base" },
  soglia = points { title = "Soglia", max = 100 },
  punti  = points { title = "Punti", max = 100 },
  parte  = percent { title = "Parte", bands = fasce, by = "punti" },
  paga   = money { title = "Paga", payable = true, round = "cent", of = function(p) return p.base * p.parte end },
}
