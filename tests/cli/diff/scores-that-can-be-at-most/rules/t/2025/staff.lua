local t = bands "t" {
  { from = 0,  below = 30, give = "10%" },
  { from = 30, below = 60, give = "16%" },
  { from = 60, to = 100,   give = "25%" },
}
return subject {
  title = "Premio",
  done  = whole { min = 0, max = 100, title = "Fatti" },
  score = points { title = "Punti", min = 0, max = 100, of = function(s) return least(s.done, 100 - s.done) end },
  base = money { title = "Base" },
  rate = percent { title = "Quota", bands = t, by = "score" },
  pay  = money { title = "Dovuto", payable = true, round = "cent", of = function(s) return s.base * s.rate end },
}
