return subject {
  a = money {},
  b = money { of = function(s) return s.a end, increasing = { "c" } },
  d = money { of = function(s) return s.a end, increasing = { "b" } },
  e = money { of = function(s) return s.a end, increasing = "a" },
  f = money { increasing = { "a" } },
}
