return subject {
  title = "Personale",
  person = list {
    title = "Persone",
    name  = text    { title = "Nome" },
    share = percent { title = "Quota" },
    score = points  { title = "Punteggio" },
    units = number  { title = "Unità", of = function(p) return p.share / "100%" * p.score end },
  },
}
