return subject {
  title = "Ente",
  area = list { title = "Aree",
    name  = text   { title = "Area" },
    score = points { title = "Punteggio dell'area", max = 100 },
  },
}
