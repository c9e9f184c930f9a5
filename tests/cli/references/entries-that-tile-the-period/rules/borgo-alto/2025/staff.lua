return subject {
  stint = list { title = "Incarichi", tiles = "period",
    name = text {},
    from = date {},
    to   = date {},
    days = number { title = "Giorni", column = "Giorni",
      of = function(x) return days(x.from, x.to) end },
  },
}
