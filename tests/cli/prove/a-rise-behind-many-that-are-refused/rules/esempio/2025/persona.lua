local part = bands "part" { gaps = "refuse",
  { from = "1.5", to = 2, give = "100%" },
}
return subject {
  title = "Premio",
  m = money  { max = 20, step = 5, title = "M" },
  n = number { min = -2, max = 2, step = "0.5", title = "N" },
  share = percent { title = "Quota", bands = part, by = "n" },
  pay = money { title = "Dovuto", payable = true, round = "cent", decreasing = {"m"},
    of = function(s) return s.m / (s.n + "1.5") end },
}
