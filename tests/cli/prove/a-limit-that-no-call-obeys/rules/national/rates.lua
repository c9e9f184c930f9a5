ceiling = dated "ceiling" { title = "Aliquota massima", limit = true,
  { from = "2000-01-01", to = "2019-12-31", give = "40%" },
  { from = "2020-01-01", give = "10%" },
}
