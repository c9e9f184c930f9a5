use "lib/l"
return subject {
  a = money { title = "A" },
  b = money { title = "B", of = function(s) return f(s.a) end },
}
