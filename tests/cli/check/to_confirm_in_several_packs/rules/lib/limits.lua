limits = dated "limits" {
  title = "Limiti nazionali",
  { from = "2024-01-01", give = to_confirm("10%", "circolare non riletta") },
}
