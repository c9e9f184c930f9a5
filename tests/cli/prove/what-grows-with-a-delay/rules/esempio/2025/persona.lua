return subject {
  title   = "Persona",
  base    = money { title = "Base" },
  ritardo = whole { title = "Ritardo", min = 0, max = 30 },
  paga    = money { title = "Paga", payable = true, round = "cent", decreasing = { "ritardo" },
    of = function(p) return p.base * (100 + p.ritardo) / 100 end },
}
