return subject {
  title = "Premio del personale",
  fund = money { title = "Fondo" },
  total = points { title = "Punti" },
  person = list {
    title = "Personale",
    name = text {}, units = number { title = "Quote" }, absent = flag { default = false },
    pay = money { title = "Premio", column = "Premio", payable = true,
      round = "cent", split = { whole = "total", by = "units", rest = "largest" } },
  },
}
