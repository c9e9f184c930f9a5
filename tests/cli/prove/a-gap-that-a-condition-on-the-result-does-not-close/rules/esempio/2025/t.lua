local t1 = bands "t1" {
  { from = 2, to = 3, give = 0 },
  { above = 3, to = 4, give = 3 },
}
return subject {
  title = "T",
  a = whole { min = 0, max = 4, title = "a" },
  base = money { title = "Base", max = 100000 },
  q = number { bands = t1, by = "a" },
  pay = money { payable = true, round = "cent", increasing = { "a" }, of = function(p) return p.base * p.q end },
  must { "few points only with more than 5", of = function(p) return p.q > 5 or p.a >= 2 end },
}
