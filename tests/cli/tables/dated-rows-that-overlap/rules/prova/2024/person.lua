local coverage = dated "coverage" {
  { from = "2024-01-01", to = "2024-12-31", give = "80%" },
  { from = "2024-12-31", give = "95%" },
}
return subject { a = money {} }
