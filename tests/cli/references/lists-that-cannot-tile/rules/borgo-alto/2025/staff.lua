return subject {
  stint = list { title = "Incarichi", tiles = "period",
    name = text {},
    from = date {},
  },
  other = list { tiles = "year", name = text {} },
}
