local t = bands "t" { { below = 7, give = "0%" }, { from = 7, below = 11, give = "50%" }, { from = 11, give = "100%" } }
return subject { title = "S",
  sh = sheet { title = "Sh", marks = { 0, 1, 3 }, criteria = { { id = "q0", title = "Q0", weight = 3 }, { id = "q1", title = "Q1", weight = 1 }, { id = "q2", title = "Q2", weight = 1 } } },
  score = points { title = "Sc", of = function(s) return sum(s.sh) end },
  rate = percent { title = "R", bands = t, by = "score" },
  base = money { value = 100 },
  pay = money { title = "Pay", payable = true, round = "cent", of = function(s) return s.base * s.rate end },
}
