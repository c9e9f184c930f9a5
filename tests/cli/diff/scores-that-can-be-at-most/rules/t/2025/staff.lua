local t = bands "t" {
  { from = 0,  below = 30, give = "10%" },
  { from = 30, below = 60, give = "16%" },
  { from = 60, to = 100,   give = "25%" },
}
return subject {
  title = "Premio",
  done  = whole { min = 0, max = 100, title = "Fatti" },
  rest  = whole { title = "Mancanti", of = function(s)
    if s.done > 50 then return 100 - s.done end
    return 100 - s.done
  end },
  score = points { title = "Punti", min = 0, max = 100, of = function(s) return least(s.done, s.rest) end },
  base = money { title = "Base" },
  rate = percent { title = "Quota", bands = t, by = "score" },
  pay  = money { title = "Dovuto", payable = true, round = "cent", of = function(s) return s.base * s.rate end },
}
