local coverage = dated "coverage" {
  source = "Circolare 1",
  { from = "2023-01-01", to = "2024-06-30", give = "80%", source = "circ. 1/2023" },
  { from = "2024-07-01", give = "95%", source = "circ. 3/2025" },
}
return subject {
  needed = percent { title = "Quota", dated = coverage, by = "period" },
  paid_on = date {},
}
