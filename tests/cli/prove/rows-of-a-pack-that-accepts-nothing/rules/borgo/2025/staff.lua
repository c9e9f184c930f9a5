return subject {
  person = list {
    title = "Persone",
    role  = choice { title = "Ruolo", { "clerk", "istruttore" }, { "head", "funzionario" } },
    hours = choice { title = "Orario", { "full", "pieno" }, { "half", "mezzo" } },
    a     = points { title = "Primo",   min = 0, max = 40, step = 1 },
    b     = points { title = "Secondo", min = 0, max = 40, step = 1 },
    score = points { title = "Punteggio", of = function(p) return p.a + p.b end },
    share = percent { title = "Quota", bands = fasce, by = "score" },
  },
  -- Nessuna valutazione la supera.
  must { "gli obiettivi di un altro anno non contano", of = function(s) return all(s.person, function(p) return p.score < 0 end) end },
}
