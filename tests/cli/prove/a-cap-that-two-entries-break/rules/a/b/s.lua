return subject {
  person = list {
    name = text  { title = "Nome" },
    base = money { title = "Base", max = 1000 },
    pay  = money { title = "Premio", payable = true, round = "cent", max = 1000,
      of = function(p) return p.base end },
  },
  total = money { title = "Totale", payable = true, round = "cent", max = 1000,
    of = function(s) return sum(s.person, "pay") end },
}
