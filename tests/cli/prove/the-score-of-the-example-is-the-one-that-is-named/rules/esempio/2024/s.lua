local t = bands "t" { gaps = "refuse", { from = 0, to = 40, give = "0%" }, { from = 80, to = 200, give = "10%" } }
return subject {
  title = "Scheda",
  base = money { title = "Base" },
  voti = points { title = "Voti", max = 50, step = 10 },
  tardi = flag { title = "Tardi" },
  lordo = points { title = "Lordo", of = function(s)
    if s.tardi then return s.voti * 3 end
    return s.voti * 3
  end },
  punti = points { title = "Punti", min = 0, of = function(s) return s.lordo - s.voti end },
  quota = percent { title = "Quota", bands = t, by = "punti" },
  dovuto = money { title = "Dovuto", payable = true, round = "cent", of = function(s) return s.base * s.quota end },
}
