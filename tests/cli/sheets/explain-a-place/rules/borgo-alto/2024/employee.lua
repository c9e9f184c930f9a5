return subject {
  person = list { title = "Dipendenti",
    name  = text   { title = "Dipendente", column = "Dipendente" },
    score = points { title = "Punteggio", column = "Punteggio", max = 100 },
    place = whole  { title = "Posto in graduatoria", column = "Posto",
      of = function(p, s) return rank(s.person, "score", p) end },
  },
}
