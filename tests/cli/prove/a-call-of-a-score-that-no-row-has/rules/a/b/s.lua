local rate = bands "rate" { { from = 0, to = 50, give = "10%" }, { above = 50, to = 100, give = "20%" } }

return subject {
  fund  = money  { title = "Fondo", max = 10000 },
  score = points { title = "Punti", max = 40 },
  pay   = money  { title = "Premio", payable = true, round = "cent",
    of = function(s)
      if s.score < 10 then return s.fund * rate(120) end
      return s.fund * rate(s.score)
    end },
}
