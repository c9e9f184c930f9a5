return subject {
  title = "Premio del personale",
  fund = money { title = "Fondo" },
  person = list {
    title = "Personale",
    name = text {}, units = number { title = "Quote" }, absent = flag { default = false },
    pay = money { title = "Premio", column = "Premio", payable = true,
      round = "cent", split = { whole = "fund", by = "units", rest = "largest" } },
  },
  must { "il fondo {fund} è minore di 2.000 €", at = "fund",
    of = function(s) return s.fund >= 2000 end },
}
