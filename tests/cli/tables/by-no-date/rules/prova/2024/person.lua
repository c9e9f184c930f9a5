local coverage = dated "coverage" {
  source = "Circolare 1",
  { from = "2023-01-01", to = "2023-12-31", give = "80%", source = "circ. 1/2023" },
  { from = "2025-01-01", give = "95%", source = "circ. 3/2025" },
}
return subject {
  paid_on = date {},
  needed = percent { dated = coverage, by = "period ends" },
  none = percent { dated = coverage },
}
