local delay = bands "delay" { { from = 0, below = 5, give = "100%" }, { from = 5, to = 10, give = "50%" } }
local total = bands "total" { { from = 0, below = 10, give = "0%" }, { from = 10, to = 15, give = "10%" } }

return subject {
  begun = whole { title = "Giorno d'inizio", min = 0, max = 10 },
  ended = whole { title = "Giorno di fine", min = 0, max = 10 },
  share = percent { title = "Quota",
    of = function(s) return delay(s.ended - s.begun) + total(s.ended + s.begun) end },
  must { "la fine viene prima dell'inizio",
    of = function(s) return s.begun * s.begun <= s.ended * s.ended end },
}
