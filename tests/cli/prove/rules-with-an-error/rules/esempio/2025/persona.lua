return subject { a = money { of = 3 } }
