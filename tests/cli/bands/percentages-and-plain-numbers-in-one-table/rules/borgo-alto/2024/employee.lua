local rates = bands "rates" {
  { from = 0, to = "40%", give = "0%" },
  { above = "40%", to = "100%", give = "5%" },
}
return subject { score = percent {}, rate = percent { bands = rates, by = "score" } }
