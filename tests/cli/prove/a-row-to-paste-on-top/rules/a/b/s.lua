local rate = bands "rate" { { from = 0, to = 50, give = "10%" }, { above = 50, to = 99, give = "20%" } }

return subject {
  score = points  { title = "Punti", max = 100, step = 1 },
  share = percent { title = "Quota", bands = rate, by = "score" },
}
