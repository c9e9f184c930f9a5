return subject { pay = money { title = "Premio" } }
