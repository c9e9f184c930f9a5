use "lib/limits"

local steps = bands "fasce" {
  gaps = "refuse",
  { from = 0, to = 40, give = "0%" },
  { from = 41, to = 100, give = "10%" },
}
local parts = bands "quote" {
  { from = "0%", below = "50%", give = "0%" },
  { from = "50%", below = "80%", give = "50%" },
  { from = "80%", give = "100%" },
}
local kinds = keyed "specie" { ordinaria = "1", straordinaria = "2" }
local ceilings = dated "tetti" {
  { from = "2020-01-01", to = "2023-12-31", give = "100" },
  { from = "2024-01-01", to = "2024-06-30", give = "200" },
  { from = "2024-07-01", give = "300" },
}

return subject {
  base = money { title = "Base" },
  late = flag { title = "In ritardo", default = false },
  kind = choice { "ordinaria", "straordinaria", title = "Specie" },
  score = points { title = "Punteggio", max = 100 },
  reached = percent { title = "Raggiunto" },
  rate = percent { title = "Percentuale", bands = steps, by = "score" },
  times = number { title = "Volte", keyed = kinds, by = "kind" },
  ceiling = money { title = "Tetto", dated = ceilings, by = "period end" },
  part = percent { title = "Parte", of = function(p) return parts(p.reached) end },
  pay = money { title = "Importo", payable = true, round = "cent",
    unless = {
      { function(p) return p.late end, "in ritardo" },
    },
    of = function(p)
      if is(p.kind, "straordinaria") then
        return p.base * p.rate * 2
      end
      return capped(p.base * p.rate, p.ceiling)
    end },
  must { "la base non è negativa", of = function(p) return p.base >= 0 end },
  must { "l'importo è al più il tetto", of = function(p) return p.pay <= p.ceiling end },
  warn { "la parte è piccola", name = "small", of = function(p) return p.part >= "50%" end },
}
