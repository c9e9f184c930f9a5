return subject {
  title = "Performance organizzativa",
  area = list {
    title = "Aree", from = "plan.areas",
    name  = text   { title = "Area", planned = "title" },
    score = points { title = "Punteggio", max = 100 },
  },
  process = list {
    title = "Processi", from = "plan.processes",
    name  = text   { title = "Processo", column = "Processo", planned = "title" },
    unit  = ref    { title = "Area", column = "Area", to = "organization.area", planned = "area" },
    score = points { title = "Punteggio", column = "Punteggio", of = function(p) return p.unit.score end },
  },
}
