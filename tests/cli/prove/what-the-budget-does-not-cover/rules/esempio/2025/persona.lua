return subject {
  title = "Persona",
  voti  = sheet  { title = "Voti", marks = { 1, 2, 3 }, criteria = { { id = "a" }, { id = "b" } } },
  ritardo = points { title = "Ritardo", max = 3, step = 1 },
  somma = points { title = "Somma", of = function(p) return sum(p.voti) end },
  strana = points { title = "Strana", increasing = { "voti" }, decreasing = { "ritardo" },
    of = function(p) return 100 - (10 - p.somma) + p.somma - p.somma - p.ritardo * 2 + p.ritardo end },
}
