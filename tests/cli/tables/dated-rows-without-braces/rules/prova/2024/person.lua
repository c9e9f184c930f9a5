local coverage = dated "coverage" {
  "2024-01-01",
  { from = "2025-01-01", give = "95%" },
}
return subject { a = money {} }
