local t = bands "t" { gaps = "refuse", round = 1,
  { from = "25%", to = "40%", give = "10%" },
  { from = "50%", to = "100%", give = "20%" },
}
return subject {
  title = "Premio",
  p    = percent { max = "100%", step = "25%", title = "Parte" },
  base = money { title = "Base" },
  rate = percent { title = "Quota", bands = t, by = "p" },
  pay  = money { title = "Dovuto", payable = true, round = "cent", of = function(s) return s.base * s.rate end },
}
