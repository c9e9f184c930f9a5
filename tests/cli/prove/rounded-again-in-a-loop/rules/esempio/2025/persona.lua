return subject {
  title = "P", rate = percent { title = "R" }, fund = money { title = "F" },
  area = list { title = "A", name = text {}, v = money { title = "V", round = { step = 1 }, of = function(a, s) return s.fund / 7 end } },
  straight = money { title = "D1", payable = true, round = "cent", of = function(s) return sum(s.area, "v") * s.rate end },
  looped = money { title = "D2", payable = true, round = "cent",
    of = function(s) local x = s.fund for _, q in ipairs(s.area) do x = x + q.v * s.rate end return x end },
}
