local weights = keyed "weights" {
  source = "Regolamento, art. 4",
  dirigenti = { org = "70%", behaviour = "30%" },
  C         = { org = "30%", behaviour = "60%" },
}
return subject {
  category = choice { "dirigenti", "C", "Istruttore tecnico" },
  org = percent { keyed = weights, by = "category", give = "org" },
}
