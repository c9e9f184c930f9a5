local rates = bands "rates" {
  gaps = "refuse",
  { from = "0%", to = function(e) return e.limit end, give = "5%" },
}
return subject {
  score = percent {}, limit = money {},
  rate = percent { bands = rates, by = "score" },
}
