local fasce = bands "fasce" {
  { to = "-30%", give = "0%" },
  { above = "-30%", to = "90%", give = "5%" },
  { above = "90%", give = "10%" },
}
local indici = dated "indici" {
  { from = "2023-01-01", to = "2024-06-30", give = 1 },
  { from = "2024-07-01", give = 2 },
}

return subject {
  quota  = percent { title = "Quota", min = "0%", max = "100%" },
  tasso  = percent { title = "Tasso", bands = fasce, by = "quota" },
  indice = number { title = "Indice", dated = indici, by = "period" },

  must { "l'indice è piccolo", of = function(s) return s.indice < 5 end },
}
