local e = bands "e" { { below = function(s) return s.m1 end, give = "50%" }, { from = function(s) return s.m1 end, below = function(s) return s.m2 end, give = "75%" }, { from = function(s) return s.m2 end, give = "100%" } }
return subject {
  title = "Premio", m1 = points { value = 40, title="m1" }, m2 = points { value = 50, title = "m2" },
  score = points { title="s", max = 30, step = 1 },
  base = money { title = "b" },
  q = percent { title="q", bands = e, by = "score" },
  pay = money { title = "p", payable = true, round = "cent", increasing = {"score"}, of = function(s) return s.base * s.q end },
}
