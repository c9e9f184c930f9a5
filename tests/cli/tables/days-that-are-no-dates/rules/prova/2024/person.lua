local coverage = dated "coverage" {
  { from = "01/01/2024", to = 2024, give = "80%" },
  { from = "2025-02-30", give = "95%" },
}
return subject { a = money {} }
