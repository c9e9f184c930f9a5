return subject {
  title = "Dipendente",
  days   = whole  { title = "Giorni di servizio", max = 366 },
  score  = points { title = "Punteggio", max = 100, step = "0.5" },
  factor = number { title = "Coefficiente", min = "0.5" },
  fund   = money  { title = "Fondo" },
  pay    = money  { title = "Premio", payable = true, round = "cent",
    of = function(s) return s.fund * (s.score / 100) end },
}
