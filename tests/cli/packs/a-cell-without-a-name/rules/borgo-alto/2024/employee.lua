return subject { score = points {}, money { value = 100 } }
