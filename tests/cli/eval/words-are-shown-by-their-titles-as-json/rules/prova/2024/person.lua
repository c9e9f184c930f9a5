local parts = keyed "parts" { months = "50%", days = "40%" }

return subject {
  title   = "Premi",
  reading = choice { { "low", "il minore" }, { "high", "il maggiore" }, value = "low", title = "Lettura del limite" },
  post = list {
    name    = text    { title = "Posto", column = "Posto" },
    sharing = choice  { { "months", "in dodicesimi" }, { "days", "in giorni" }, title = "Come si divide", column = "Diviso" },
    part    = percent { title = "Parte", column = "Parte", keyed = parts, by = "sharing" },
    warn { "il posto {name} è diviso {sharing}", name = "days",
      of = function(p) return is(p.sharing, "months") end },
  },
}
