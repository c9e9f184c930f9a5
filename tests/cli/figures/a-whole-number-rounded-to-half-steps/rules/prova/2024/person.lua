return subject {
  days   = whole { title = "Giorni" },
  months = whole { title = "Mesi", round = { step = "0.5" },
    of = function(p) return p.days * 12 / 365 end },
}
