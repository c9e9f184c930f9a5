local coverage = dated "coverage" {
  { to = "2023-12-31", give = "70%" },
  { from = "2024-01-01", give = "80%" },
  { from = "2025-01-01", give = "95%" },
}
return subject { a = money {} }
