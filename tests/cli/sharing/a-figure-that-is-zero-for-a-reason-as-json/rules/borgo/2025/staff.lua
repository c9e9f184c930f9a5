return subject {
  title = "Premio del personale",
  fund = money { title = "Fondo" },
  person = list {
    title = "Personale",
    name = text {}, units = number { title = "Quote" }, absent = flag { default = false },
    pay = money { title = "Premio", column = "Premio", payable = true,
      round = "cent", split = { whole = "fund", by = "units", rest = "largest" } },
    due = money { title = "Dovuto", column = "Dovuto", payable = true, round = "cent",
      of = function(p) return p.pay end,
      unless = { { function(p) return p.absent end, "assente tutto l'anno" } } },
  },
}
