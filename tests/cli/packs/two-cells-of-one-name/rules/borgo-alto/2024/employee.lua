return subject {
  score = points {},
  bonus = money { value = 100 },
  bonus = money { value = 200 },
}
