local k = keyed "k" { lo = "10%", hi = "20%" }
return subject {
  title = "Premio",
  reading = choice { "lo", "hi", value = "lo", title = "Lettura" },
  base = money { title = "Base" },
  extra = money { title = "Extra" },
  score = points { max = 40, title = "Punti" },
  rate = percent { keyed = k, by = "reading", title = "Quota" },
  pay = money { payable = true, round = "cent", title = "Dovuto",
    of = function(s)
      if s.score > 50 then return s.extra end
      return s.base * s.rate
    end },
}
