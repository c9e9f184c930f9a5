return subject {
  title = "Personale",
  person = list {
    name = text {}, units = number { optional = true },
    mark = points { column = "Voto", of = function(p) return 3 end },
  },
}
