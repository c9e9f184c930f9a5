-- A secretary of up to four municipalities: ten marks by each mayor, a band, an amount to the cent.

local result_pay = bands "result_pay" {
  title  = "Result pay",
  source = "invented",
  gaps   = "refuse",
  { from =  0, to =  40, give = "0%"  },
  { from = 41, to =  50, give = "4%"  },
  { from = 51, to =  70, give = "6%"  },
  { from = 71, to =  85, give = "8%"  },
  { from = 86, to = 100, give = "10%" },
}

return subject {
  title = "Secretary",

  ceiling    = percent { value = "10%", title = "Ceiling", source = "invented" },
  salary     = money { title = "Salary" },
  supplement = money { title = "Supplement" },

  municipality = list {
    title = "Municipalities",

    name  = text    { title = "Municipality" },
    share = percent { title = "Share", sum = "100%" },
    fees  = money   { title = "Fees" },
    marks = sheet   { title = "Marks", marks = { 4, 6, 8, 10 }, criteria = {
      { id = "m1",  title = "Mark 1"  }, { id = "m2", title = "Mark 2" },
      { id = "m3",  title = "Mark 3"  }, { id = "m4", title = "Mark 4" },
      { id = "m5",  title = "Mark 5"  }, { id = "m6", title = "Mark 6" },
      { id = "m7",  title = "Mark 7"  }, { id = "m8", title = "Mark 8" },
      { id = "m9",  title = "Mark 9"  }, { id = "m10", title = "Mark 10" },
    } },

    total = points  { title = "Score", max = 100, of = function(m) return sum(m.marks) end },
    rate  = percent { title = "Rate", bands = result_pay, by = "total" },
    pay   = money   { title = "Pay", payable = true, round = "cent",
      of = function(m, s)
        return ((s.salary + s.supplement) * m.share + m.fees) * least(m.rate, s.ceiling)
      end },
  },

  pay = money { title = "Total", payable = true, round = "cent",
    of = function(s) return sum(s.municipality, "pay") end },
}
