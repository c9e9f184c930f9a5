return subject {
  post = list {
    name  = text {},
    since = date {},
    days  = whole {},
    share = percent { sum = "100%" },
    pay   = money { max = "10.50", payable = true, column = "Premio" },
    work  = sheet { marks = { "2.5", 5 }, na = "rescale", because = "required",
      criteria = { { id = "team", title = "Squadra" }, { id = "time", title = "Tempi" } } },
  },
}
