rates = dated "rates" {
  title = "Aliquote",
  limit = true,
  { from = "2024-01-01", give = { least = "15%", most = "25%" }, source = "art. 17" },
}
