return subject {
  paid_on = date {},
  length = whole { of = function(s)
    return days(s.paid_on, period.till)
  end },
}
