return subject {
  post = list {
    name     = text {},
    measured = number {},
    score    = points { max = 100 },
    pay      = money {},
  },
}
