local t = bands "t" { { from = 0, below = 50, give = "0%" }, { from = 50, to = 100, give = "10%" } }
return subject { title = "S",
  base  = money  { title = "B" },
  marks = points { title = "Marks", min = 0, max = 50, step = 10 },
  score = points { title = "Score", of = function(s) return s.marks * "50%" + s.marks * "150%" end },
  rate  = percent { title = "R", bands = t, by = "score" },
  pay   = money { title = "Pay", payable = true, round = "cent", of = function(s) return s.base * s.rate end },
}
