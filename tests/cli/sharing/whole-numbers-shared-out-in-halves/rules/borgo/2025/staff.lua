return subject {
  title = "Premio del personale",
  fund = money { title = "Fondo" },
  seats = whole { title = "Posti" },
  person = list {
    title = "Personale",
    name = text {}, units = number { title = "Quote" }, absent = flag { default = false },
    pay = money { title = "Premio", column = "Premio", payable = true,
      round = "cent", split = { whole = "fund", by = "units", rest = "largest" } },
    seats = whole { round = { step = "0.5" },
      split = { whole = "seats", by = "units", rest = "largest" } },
  },
}
