local t0 = bands "t0" {
  { from = 0, below = 60, give = "2%" },
  { from = 60, below = 80, give = "6%" },
  { from = 80, to = 100, give = "12%" },
}
return subject {
  title = "T",
  a = whole { min = 0, max = 100, title = "Points" },
  base = money { title = "Base", max = 100000 },
  q = percent { title = "Q", bands = t0, by = "a" },
  pay = money { payable = true, round = "cent", increasing = { "a" }, of = function(p) return p.base * p.q end },
  must { "under 60 points nothing is due, not {q}", of = function(p) return p.q <= "0%" or p.a >= 60 end },
}
