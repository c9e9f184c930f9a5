local t = bands "t" { { from = 0, to = 5, give = 1 } }
local half = keyed "half" { a = 2, b = 3 }

return subject { title = "S",
  kind = choice { "a", "b", title = "Tipo" },
  x = whole { title = "X", min = 0, max = 10 },
  c = number { title = "C", of = function(s)
      if s.x > 5 then
        return t(s.x)
      end
      return t(half(s.kind))
    end },
  must { "t", of = function(s) return t(half(s.kind)) > 0 end },
}
