return least(most(3, "7.5"), 100)
