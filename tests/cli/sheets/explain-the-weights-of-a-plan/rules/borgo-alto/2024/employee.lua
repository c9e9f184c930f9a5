return subject {
  results = sheet { from = "plan.staff.results", max = 10 },
  score = points { title = "Punteggio", of = function(e) return sum(e.results) end },
}
