local rate = bands "rate" { gaps = "refuse",
  { from =  0, to =  40, give = "0%" },
  { from = 41, to = 100, give = "5%" },
}
return subject {
  score = points  { max = 100, title = "Punteggio" },
  share = percent { bands = rate, by = "score" },
}
