local rates = bands "rates" { { from = "0%", to = "100%", give = "5%" } }
return subject { score = points {}, rate = percent { bands = rates, by = "score" } }
