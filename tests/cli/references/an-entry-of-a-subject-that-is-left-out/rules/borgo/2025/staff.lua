return subject {
  title = "Personale",
  person = list {
    name = text {}, area = ref { to = "office.area" }, units = number { optional = true },
    mark = points { column = "Voto", of = function(p) return p.area.score end },
  },
}
