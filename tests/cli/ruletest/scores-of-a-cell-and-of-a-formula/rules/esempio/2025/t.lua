local t0 = bands "t0" {
  { from = 0, to = 2, give = 2 },
  { above = 2, to = 4, give = 4 },
  { above = 4, to = 6, give = 6 },
}
return subject {
  title = "T",
  a = whole { min = 0, max = 3, title = "a" },
  q = number { bands = t0, by = "a" },
  r = number { of = function(p) return t0(p.a * 2) end },
  pay = money { payable = true, round = "cent", of = function(p) return (p.q + p.r) * p.base end },
  base = money { max = 1000, title = "Base" },
}
