return subject { score = points {}, Bonus = money { value = 100 } }
