local t0 = bands "t0" { { below = -4, give = 0 }, { from = -4, below = 6, give = -1 }, { from = 6, below = 9, give = 2 }, { from = 9, give = 3 } }
local k = keyed "k" { a = 0, b = 2, c = 1 }
return subject { title = "S",
  x0 = number { title = "x0", min = 0, max = 1 },
  x1 = number { title = "x1", min = 0, max = 1 },
  w0 = choice { "a", "b", "c", title = "w0" },
  w1 = choice { "a", "b", "c", title = "w1" },
  l = list { title = "l", name = text { title = "n" },
    y1 = number { title = "y1", min = 1, max = 2 },
    z1 = number { title = "z1", decreasing = { "y1" }, bands = t0, by = "y1" },
  },
  cm = number { title = "cm", of = function(s) return 0 + k(s.w0) + k(s.w1)  end },
  c0 = number { title = "c0", of = function(s) if ((s.x1 + s.x1) + 0 > 3) then return t0(s.x1 + 0) end return least(t0(s.cm + 0), (s.x1 - s.cm)) end },
}
