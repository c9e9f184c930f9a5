return subject {
  title = "Premio del personale",
  fund = money { title = "Fondo" },
  third = money { title = "Un terzo", of = function(s) return s.fund / 3 end },
  person = list {
    title = "Personale",
    name = text {}, units = number { title = "Quote" }, absent = flag { default = false },
    pay = money { title = "Premio", column = "Premio", payable = true,
      round = "cent", split = { whole = "third", by = "units", rest = "largest" } },
  },
}
