local weights = keyed "weights" {
  "30%",
  C = { "30%", behaviour = "60%" },
}
return subject { a = money {} }
