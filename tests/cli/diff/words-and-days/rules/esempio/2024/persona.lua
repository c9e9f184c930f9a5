local quote = keyed "quote" {
  D = "100%",
  C = "50%",
}

local tempestive = dated "tempestive" {
  { from = "2023-01-01", to = "2024-12-31", give = "80%" },
  { from = "2025-01-01", give = "95%" },
}

return subject {
  voce = list {
    nome   = text    {},
    area   = choice  { "D", "C", title = "Area" },
    base   = money   { title = "Base" },
    parte  = percent { keyed = quote, by = "area" },
    limite = percent { dated = tempestive, by = "period end" },
    premio = money   { title = "Premio", payable = true, round = { step = "0.01", mode = "half up" },
      of = function(v) return v.base * v.parte * v.limite end },
  },
}
