local rate = bands "rate" {
  { from = 0,  below = 60, give = "50%" },
  { from = 60, to = 100,   give = to_confirm("80%", "non pubblicato") },
}

return subject {
  title = "Premi",
  thr   = points { value = to_confirm(60, "la soglia non è pubblicata"), title = "Soglia" },
  person = list {
    name  = text    { title = "Posto" },
    base  = money   { title = "Base" },
    score = points  { title = "Punteggio", max = 100, step = 1 },
    share = percent { title = "Quota", bands = rate, by = "score" },
    p3    = money   { title = "Premio", payable = true, round = "cent",
      unless = { { function(p, s) return p.score >= s.thr end, "punteggio da {score}" } },
      of = function(p) return p.base * p.share end },
  },
  pay = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.person, "p3") end },
}
