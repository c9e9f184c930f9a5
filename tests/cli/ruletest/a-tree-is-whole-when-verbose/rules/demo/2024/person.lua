return subject {
  base = money { title = "Base" },
  a = money { title = "Primo", of = function(s) return s.base * 2 end },
  b = money { title = "Secondo", of = function(s) return s.a * 2 end },
  c = money { title = "Terzo", of = function(s) return s.b + s.a end },
  d = money { title = "Quarto", of = function(s) return s.c * 2 end },
  e = money { title = "Quinto", of = function(s) return s.d * 2 end },
  f = money { title = "Sesto", of = function(s) return s.e * 2 end },
  total = money { title = "Totale", of = function(s) return s.f + sum(s.part, "pay") end },
  part = list {
    name = text {},
    pay = money { title = "Importo" },
  },
}
