local rate = bands "rate" { round = 1, gaps = "refuse",
  { from =  0, to = "39.9", give = "0%" },
  { from = 40, to = "69.9", give = "5%" },
  { from = 70, to = 100,    give = "10%" },
}
return subject {
  score = points  { max = 100, step = "0.5", title = "Punteggio" },
  share = percent { bands = rate, by = "score" },
}
