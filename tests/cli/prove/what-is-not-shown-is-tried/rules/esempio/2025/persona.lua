return subject {
  title = "Persona",
  voti  = sheet  { title = "Voti", marks = { 1, 2, 3 }, criteria = { { id = "a" }, { id = "b" } } },
  somma = points { title = "Somma", of = function(p) return sum(p.voti) end },
  strana = points { title = "Strana", increasing = { "voti" },
    of = function(p) return 100 - (10 - p.somma) + p.somma - p.somma end },
}
