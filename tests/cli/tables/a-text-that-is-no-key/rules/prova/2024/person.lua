local weights = keyed "weights" {
  source = "Regolamento, art. 4",
  dirigenti = { org = "70%", behaviour = "30%" },
  C         = { org = "30%", behaviour = "60%" },
}
return subject {
  category = text { title = "Categoria" },
  org = percent { title = "Peso", keyed = weights, by = "category", give = "org" },
}
