return subject {
  title = "Personale",
  post = list { title = "Posti",
    name     = text   { title = "Posto" },
    area     = ref    { to = "office.area", title = "Area", column = "Area", optional = true },
    measured = points { title = "Punteggio individuale", column = "Individuale", max = 100,
      optional = true },
    score    = points { title = "Punteggio", column = "Punteggio",
      of = function(p)
        local own = 100
        if p.measured ~= nil then own = p.measured end
        if p.area == nil then return own end
        return (own + p.area.score) / 2
      end },
  },
}
