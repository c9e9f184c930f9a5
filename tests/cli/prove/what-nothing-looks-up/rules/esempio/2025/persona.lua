local fasce = bands "fasce" {
  { below = 60, give = "0%" },
  { from = 60,  give = "10%" },
}
local vecchie = bands "vecchie" {
  { below = 60, give = "0%" },
  { from = 60,  give = "5%" },
}
local limiti = dated "limiti" {
  { from = "2019-01-01", to = "2019-12-31", give = "5%", source = "inventata" },
  { from = "2020-01-01", give = "12%", source = "inventata" },
}

return subject {
  title = "Persona",
  base   = money   { title = "Base" },
  punti  = points  { title = "Punteggio", max = 100 },
  limite = percent { dated = limiti, by = "period end" },
  parte  = percent { title = "Parte", bands = fasce, by = "punti" },
  paga   = money   { title = "Paga", payable = true, round = "cent", increasing = { "punti", "base" },
    of = function(p) return p.base * least(p.parte, p.limite) end },
}
