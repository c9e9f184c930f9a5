return subject {
  title = "Premio del personale",
  fund = money { title = "Fondo" },
  person = list {
    title = "Personale",
    name = text {}, units = number { title = "Quote" }, absent = flag { default = false },
    pay = money { title = "Premio", column = "Premio", payable = true,
      round = "cent", split = { whole = "fund", by = "units", rest = "largest" } },
  },
  total = money { of = function(s) return s.fund * 2 end },
  must { "il totale è {total}", at = "total", of = function(s) return s.total > 0 end },
}
