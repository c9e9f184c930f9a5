rate = dated "rate" { title = "Aliquota massima", limit = true,
  { from = "2024-01-01", give = "10%" },
}
valid = dated "valid" { title = "In vigore", limit = true,
  { from = "2024-01-01", give = "in vigore" },
}
