return subject {
  title = "Persona",
  base  = money { title = "Base", max = 1000 },
  quota = percent { title = "Quota", min = "-50%", max = "100%" },
  paga  = money {
    title = "Paga", payable = true, round = "cent", max = 2000,
    of = function(p) return p.base * p.quota end,
  },
}
