return subject {
  title = "Persona",
  post  = list { name = text {}, pay = money { title = "Paga" }, other = money { title = "Altro" } },
  high  = money { title = "La più alta", payable = true, round = "cent",
    of = function(p)
      local high = 0
      for _, q in ipairs(p.post) do high = most(high, q.pay) end
      return high
    end },
}
