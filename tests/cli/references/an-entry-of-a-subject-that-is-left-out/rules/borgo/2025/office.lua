return subject {
  title = "Uffici",
  optional = true,
  area = list { name = text {}, score = points { title = "Punteggio" } },
}
