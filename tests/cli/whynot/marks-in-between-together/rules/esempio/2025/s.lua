local t = bands "t" { { below = 2, give = "0%" }, { from = 2, below = 4, give = "50%" }, { from = 4, give = "100%" } }
return subject { title = "S",
  sh = sheet { title = "Sh", marks = { 0, 2 }, criteria = { { id = "q0", title = "Q0", weight = 1 }, { id = "q1", title = "Q1", weight = 2 }, { id = "q2", title = "Q2", weight = 3 } } },
  score = points { title = "Sc", of = function(s) return sum(s.sh) end },
  rate = percent { title = "R", bands = t, by = "score" },
  base = money { value = 100 },
  pay = money { title = "Pay", payable = true, round = "cent", of = function(s) return s.base * s.rate end },
}
