local t = bands "t" { gaps = "refuse",
  { from = 0, to = 16, give = "0%" },
  { from = 36, to = 64, give = "10%" },
}

return subject { title = "S",
  side  = whole   { title = "Lato", min = 0, max = 5 },
  other = whole   { title = "Altro", min = 0, max = 40 },
  more  = whole   { title = "Ancora", min = 0, max = 20 },
  area  = whole   { title = "Area", of = function(s)
    return s.side * s.side * 4 + s.other * s.more - s.more * s.other
  end },
  rate  = percent { title = "Quota", bands = t, by = "area" },
}
