local steps = bands "fasce" {
  { from = 0, below = 60, give = "0%" },
  { from = 60, give = "10%" },
}
return subject {
  base = money { title = "Base" },
  score = points { title = "Punteggio", step = "0.5" },
  rate = percent { title = "Percentuale", bands = steps, by = "score" },
  pay = money { title = "Importo", of = function(p) return p.base * p.rate end },
  must { "la base è al più 1000", of = function(p) return p.base <= 1000 end },
}
