local sum = 100
