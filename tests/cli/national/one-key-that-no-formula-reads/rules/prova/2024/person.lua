use "national/rates"

return subject {
  rate = percent {},
  must { "{rate}: fuori dai limiti",
    of = function(s) return s.rate >= rates(period.to, "least") end },
}
