money.max = 5
