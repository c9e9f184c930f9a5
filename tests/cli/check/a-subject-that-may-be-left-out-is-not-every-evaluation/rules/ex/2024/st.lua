return subject { title = "Premi", fund = money { title = "F" }, pay = money { payable = true, title = "T", round = "cent", of = function(s) return s.fund end } }
