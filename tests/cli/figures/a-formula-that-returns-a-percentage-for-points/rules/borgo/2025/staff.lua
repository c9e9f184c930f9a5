return subject {
  title = "Personale",
  person = list {
    name = text {}, share = percent {},
    mark = points { column = "Voto", of = function(p) return p.share end },
  },
}
