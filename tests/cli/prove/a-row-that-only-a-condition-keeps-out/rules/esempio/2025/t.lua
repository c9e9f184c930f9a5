local t0 = bands "t0" {
  { from = 0, to = 2, give = "2%" },
  { above = 2, to = 4, give = "4%" },
  { above = 4, to = 6, give = "6%" },
}
return subject {
  title = "T",
  a = whole { min = 0, max = 6, title = "a" },
  base = money { title = "Base", max = 100000 },
  q = percent { bands = t0, by = "a" },
  pay = money { payable = true, round = "cent", increasing = { "a" }, of = function(p) return p.base * p.q end },
  must { "a is at most 4", at = "a", of = function(p) return p.a <= 4 end },
}
