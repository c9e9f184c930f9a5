local classes = bands "classes" {
  { from = 60, to = 100, give = "A" },
  { from = 0, below = 60, give = "B" },
}
return subject { score = points {}, class = class { bands = classes, by = "score" } }
