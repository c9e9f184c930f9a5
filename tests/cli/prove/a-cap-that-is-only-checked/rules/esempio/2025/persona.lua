return subject {
  title = "Premio",
  fund = money { title = "Fondo" },
  e = list { name = text {}, share = percent { sum = "100%" },
    pay  = money { payable = true, round = "cent", increasing = {"share"}, of = function(p, s) return s.fund * p.share end } },
  total = money { title = "Totale", payable = true, round = "cent", of = function(s) return sum(s.e, "pay") end },
  lim = money { title="L", of = function(s) return s.fund * 1 end },
  must { "il totale {total} supera il fondo {fund}", of = function(s) return s.total <= s.lim end },
}
