local weights = keyed "weights" {
  source = "Regolamento, art. 4",
  dirigenti = { org = "70%", behaviour = "30%" },
  C         = { org = "30%", behaviour = "60%" },
}
return subject {
  score = points {},
  org = percent { keyed = weights, by = "score", give = "org" },
}
