return subject {
  fund = money {}, units = number {},
  pay = money { round = "cent",
    split = { whole = "fund", by = "units", rest = "keep" } },
}
