local pts = keyed "pts" { base = 30, alto = 60 }
local rate = bands "rate" { { from = 0, to = 50, give = "10%" }, { above = 50, to = 100, give = "20%" } }

return subject {
  fund  = money   { title = "Fondo", max = 10000 },
  score = points  { title = "Punti", max = 40 },
  share = percent { title = "Quota", bands = rate, by = "score" },
  level = choice  { "base", "alto", title = "Livello" },
  pay   = money   { title = "Premio", payable = true, round = "cent",
    of = function(s) return s.fund * s.share + s.fund * rate(pts(s.level)) end },
}
