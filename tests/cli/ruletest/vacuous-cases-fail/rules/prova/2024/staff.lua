local g = bands "g" { gaps = "refuse", { from = 0, to = 40, give = "10%" }, { from = 41, to = 100, give = "20%" } }
return subject {
  title = "S",
  score = points { title="score", max = 100 },
  other = points { title="other", max = 100, default = 0 },
  base = money { title="base", default = 100 },
  a = percent { title = "a", bands = g, by = "score" },
  b = percent { title = "b", bands = g, by = "other" },
  opt = points { optional = true },
  pay = money { payable = true, round = "cent", of = function(s) return s.base * s.a end },
  rd = choice { "x", "y", value = "x", title = "reading" },
  must { "score too low {score}", of = function(s) return s.score >= 10 end },
  post = list {
    name = text {},
    w = number {},
    v = number { of = function(p) return p.w * 2 end },
  },
}
