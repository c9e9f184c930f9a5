use "lib/limits"

local classes = bands "classes" {
  title = "Classi",
  { from = 0,  below = 60, give = { class = "B", units = to_confirm(0, "la tabella si legge male") } },
  { from = 60, to = 100,   give = { class = "A", units = to_confirm(200, "1 o 2? si legge male") } },
}

return subject {
  days  = whole   { default = to_confirm(365, "il 2024 è bisestile?") },
  limit = percent { title = "Limite", dated = limits, by = "period end" },
  score = points  { title = "Punteggio", max = 100 },
  units = number  { title = "Unità", bands = classes, by = "score", give = "units" },
}
