local t = bands "t" { round = 1,
  { from = "0%",  below = "30%", give = "10%" },
  { from = "30%", below = "45%", give = "15%" },
  { from = "45%", to = "100%",   give = "20%" },
}
return subject {
  title = "Premio",
  p    = percent { max = "100%", step = "25%", title = "Parte" },
  base = money { title = "Base" },
  rate = percent { title = "Quota", bands = t, by = "p" },
  pay  = money { title = "Dovuto", payable = true, round = "cent", increasing = {"p"}, of = function(s) return s.base * s.rate end },
}
