return subject {
  title = "Performance organizzativa",
  area = list {
    title = "Aree",
    from  = "plan.areas",
    objective = list {
      title = "Obiettivi",
      from  = "objectives",
      name     = text    { title = "Obiettivo", column = "Obiettivo", planned = "title" },
      weight   = percent { title = "Peso", column = "Peso", planned = true, sum = "100%" },
      priority = choice  { { "bassa", "bassa priorità" }, { "alta", "alta priorità" }, title = "Priorità", planned = "chosen" },
      mayoral  = flag    { title = "Voluto dal Sindaco", planned = true },
      measured = points  { title = "Raggiunto", column = "Raggiunto", max = 100 },
      score    = points  { title = "Punti", column = "Punti", of = function(o) return o.measured * o.weight end },
    },
    score = points { title = "Punteggio dell'area", column = "Punteggio",
      of = function(a) return sum(a.objective, "score") end },
  },
}
