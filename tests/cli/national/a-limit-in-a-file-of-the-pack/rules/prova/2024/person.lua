local rate = dated "rate" {
  title = "Aliquota",
  limit = true,
  { from = "2024-01-01", give = "15%" },
}

return subject {
  rate = percent { dated = rate, by = "period end" },
}
