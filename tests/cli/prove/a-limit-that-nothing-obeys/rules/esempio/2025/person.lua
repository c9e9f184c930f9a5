use "national/rates"

return subject {
  most  = percent { dated = rate, by = "period end", title = "Aliquota massima" },
  share = percent { of = function() return share(period.to) end, title = "Quota minima" },
  valid = text    { dated = valid, by = "period end" },

  -- La legge, ma a che cosa serve?
  shown = percent { title = "Aliquota massima, per chi legge", of = function(s) return s.most end },

  person = list {
    title = "Persone",
    base  = money   { title = "Base" },
    least = percent { title = "Quota", column = "Quota", of = function(p, s) return s.share end },
    pay   = money   { payable = true, round = "cent", of = function(p) return p.base * "30%" end },
  },

  must { "l'aliquota {most} è superata", of = function(s) return count(s.person) > 0 end },
}
