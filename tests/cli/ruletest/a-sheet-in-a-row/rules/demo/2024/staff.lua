return subject {
  title = "Dipendente",
  marks = sheet { title = "Scheda", marks = { 4, 6 }, criteria = {
    { id = "x", title = "Impegno" }, { id = "z", title = "Cura" } } },
  score = points { title = "Punti", of = function(s) return sum(s.marks) end },
}
