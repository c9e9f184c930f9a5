return subject {
  title = "Premio del personale",
  fund = money { title = "Fondo",
    unless = { { function(s) return s.fund < 10 end, "troppo poco" } } },
  person = list {
    title = "Personale",
    name = text {}, units = number { title = "Quote" }, absent = flag { default = false },
    pay = money { title = "Premio", column = "Premio", payable = true,
      round = "cent", split = { whole = "fund", by = "units", rest = "largest" } },
  },
}
