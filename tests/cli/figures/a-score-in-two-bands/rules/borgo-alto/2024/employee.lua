-- Gli estremi dipendono da due soglie date: si possono sovrapporre.
local classes = bands "classes" {
  gaps = "refuse",
  { from = 0, below = function(e) return e.low end, give = "B" },
  { from = function(e) return e.high end, to = 100, give = "A" },
}
return subject {
  score = points {}, low = points {}, high = points {},
  class = class { bands = classes, by = "score" },
}
