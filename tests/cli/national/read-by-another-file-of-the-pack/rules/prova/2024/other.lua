use "national/rates"

return subject {
  rate  = percent {},
  least = percent { dated = rates, by = "period end", give = "least" },
  most  = percent { dated = rates, by = "period end", give = "most" },
  must { "{rate}: fuori dai limiti", of = function(s) return s.rate >= s.least and s.rate <= s.most end },
}
