use "national/rates"

local function counted(s)
  local part = "30%"
  for _, p in ipairs(s.person) do part = least(part, s.most, s.share) end
  return part
end

return subject {
  most  = percent { dated = rate, by = "period end", title = "Aliquota massima" },
  share = percent { of = function() return share(period.to) end, title = "Quota minima" },
  valid = text    { dated = valid, by = "period end" },

  -- La legge una funzione, in un ciclo.
  shown = percent { title = "Aliquota massima, per chi legge", of = function(s) return s.most end },

  person = list {
    title = "Persone",
    base  = money   { title = "Base" },
    least = percent { title = "Quota", column = "Quota", of = function(p, s) return s.share end },
    pay   = money   { payable = true, round = "cent", of = function(p, s) return p.base * counted(s) end },
  },

  must { "l'aliquota {most} è superata", of = function(s) return count(s.person) > 0 end },
}
