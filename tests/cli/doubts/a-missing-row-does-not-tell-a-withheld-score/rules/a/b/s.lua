local steps = bands "steps" { gaps = "refuse",
  { from = 0, to = 100, give = "1%" }, { from = "100.01", to = 369, give = "3%" }, { from = 371, to = 1000, give = "4%" } }
return subject { title = "S", base = money {},
  rate  = percent { title = "Rate", value = to_confirm("37%", "dubbio") },
  worth = money { title = "Worth", of = function(s) return s.base * s.rate end },
  x     = percent { title = "X", by = "worth", bands = steps } }
