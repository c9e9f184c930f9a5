use "national/rates"

return subject {
  rate = percent {},
}
