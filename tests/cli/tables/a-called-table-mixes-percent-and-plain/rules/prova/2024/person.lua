local shares = keyed "shares" { alta = "50%", bassa = "25" }

return subject {
  full  = money  { title = "Intero" },
  level = choice { "alta", "bassa", title = "Livello" },
  pay   = money  { title = "Premio", payable = true, round = "cent",
    of = function(s) return s.full * shares(s.level) end },
}
