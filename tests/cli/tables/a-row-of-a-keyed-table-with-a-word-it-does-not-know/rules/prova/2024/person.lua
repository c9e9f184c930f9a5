local weights = keyed "weights" {
  source = "Regolamento, art. 4",
  dirigenti = { org = "70%", behaviour = "30%" },
  C         = { give = { org = "30%", behaviour = "60%" }, fonte = "art. 5" },
}
local coverage = dated "coverage" {
  source = "Circolare 1",
  { from = "2023-01-01", to = "2023-12-31", give = "80%", source = "circ. 1/2023" },
  { from = "2024-01-01", give = "95%", source = "circ. 3/2025" },
}
return subject {
  category = choice { "dirigenti", "C" },
  paid_on = date { title = "Pagato il" },
  org     = percent { title = "Peso", keyed = weights, by = "category", give = "org" },
  needed  = percent { title = "Quota da coprire", dated = coverage, by = "period end" },
  paid    = percent { title = "Quota al pagamento", of = function(s) return coverage(s.paid_on) end },
  length  = whole   { title = "Giorni", of = function(s) return days(period.from, period.to) end },
  result  = percent { title = "Esito",
    of = function(s) return s.org * s.needed * s.paid / s.length end },
}
