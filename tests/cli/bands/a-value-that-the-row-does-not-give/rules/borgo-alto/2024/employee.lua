local classes = bands "classes" {
  { from = 0, to = 100, give = { class = "A", units = 100 } },
}
return subject { score = points {}, units = number { bands = classes, by = "score", give = "unit" } }
