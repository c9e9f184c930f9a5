return subject {
  title = "Premio",
  days  = whole { min = 0, max = 365, step = 1, title = "Giorni" },
  post  = list { title = "Posti",
    name = text  { title = "Nome" },
    base = money { title = "Base", max = 1000 },
    pay  = money { title = "Dovuto", payable = true, round = "cent", max = 500,
      of = function(p, s) return p.base * s.days / 730 end },
  },
  pay = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.post, "pay") end },
}
