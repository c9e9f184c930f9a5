use "national/contract/coverage"
return subject {
  paid_on = date {},
  needed = percent { title = "Quota", dated = coverage, by = "paid_on" },
}
