return subject {
  title = "Premio del personale",
  fund = money { title = "Fondo" },
  person = list {
    title = "Personale",
    name = text {}, units = number {}, absent = flag { default = false },
    right = number { title = "Quote utili", of = function(p) return p.units end,
      unless = { { function(p) return p.absent end, "assente tutto l'anno" } } },
    pay = money { title = "Premio", column = "Premio", payable = true,
      round = "cent", split = { whole = "fund", by = "right", rest = "largest" } },
    extra = money { title = "Indennità", column = "Indennità", payable = true, round = "cent",
      of = function(p) return 100 end,
      unless = { { function(p) return p.absent end, "assente tutto l'anno" } } },
    bonus = number { title = "Quote in più", of = function(p) return 1 end,
      unless = { { function(p) return p.units > 450 end, "più di 450 quote" } } },
  },
}
