return subject {
  title = "Personale",
  person = list {
    name    = text { title = "Ufficio" },
    because = text { title = "Motivazione", optional = true },
    mark    = points { column = "Voto", of = function(p) return 3 end },
  },
}
