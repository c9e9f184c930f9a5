return subject {
  title = "T",
  a = whole { min = 2, max = 3, title = "a" },
  c = choice { "u", "v", title = "c" },
  m = whole { min = 0, max = 6, title = "m" },
  f = flag { title = "f" },
  sc = number { title = "Sc", of = function(p) if is(p.c, "u") then return most(p.m, p.a) end return 0 end },
  base = money { title = "Base", value = 10 },
  pay = money { title = "P", payable = true, round = "cent", decreasing = { "a" }, of = function(p) return p.base * p.a end },
  must { "f", of = function(p) return p.f end },
  must { "sc at most 2", of = function(p) return p.sc <= 2 end },
}
