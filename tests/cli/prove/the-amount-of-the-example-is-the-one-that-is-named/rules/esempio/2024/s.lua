return subject {
  title = "Scheda",
  voti = whole { title = "Voti", min = 0, max = 5 },
  tardi = flag { title = "Tardi" },
  lordo = money { title = "Lordo", of = function(s)
    if s.tardi then return s.premio * s.voti end
    return s.premio * s.voti
  end },
  premio = money { title = "Premio", value = 100 },
  dovuto = money { title = "Dovuto", payable = true, round = "cent", of = function(s)
    return s.lordo - s.premio * s.voti * s.voti
  end },
}
