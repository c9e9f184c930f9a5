local rates = bands "rates" {}
return subject { score = points {}, rate = percent { bands = rates, by = "score" } }
