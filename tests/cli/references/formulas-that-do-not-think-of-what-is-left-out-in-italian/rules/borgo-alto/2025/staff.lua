local rate = bands "rate" { { from = 0, to = 100, give = "10%" } }
return subject {
  post = list {
    name     = text    {},
    area     = ref     { to = "office.area", optional = true },
    measured = points  { title = "Punteggio", optional = true },
    doubled  = points  { of = function(p) return p.measured * 2 end },
    rate     = percent { bands = rate, by = "measured" },
    general  = flag    { of = function(p) return is(p.area, "general") end },
  },
  total = points { of = function(s) return sum(s.post, "measured") end },
}
