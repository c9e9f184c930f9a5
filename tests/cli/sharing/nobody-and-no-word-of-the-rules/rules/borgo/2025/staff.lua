return subject {
  title = "Personale",
  fund = money { title = "Fondo" },
  person = list {
    title = "Personale",
    name = text {}, units = number { title = "Quote" },
    pay = money { title = "Premio", column = "Premio", payable = true, round = "cent",
      split = { whole = "fund", by = "units", rest = "largest", nobody = "first" } },
  },
}
