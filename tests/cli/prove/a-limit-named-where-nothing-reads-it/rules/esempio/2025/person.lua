use "national/rates"

return subject {
  -- Una parola delle formule, una variabile e un commento si chiamano come le celle, e non le leggono.
  most  = percent { dated = rate, by = "period end", title = "Aliquota massima" },
  valid = text    { dated = valid, by = "period end" },
  days  = whole   { title = "Giorni", min = 0, max = 366 },

  person = list {
    title = "Persone",
    base  = money { title = "Base", min = 0 },
    from  = date  { title = "Dal" },
    to    = date  { title = "Al" },
  },
  pay = money { payable = true, round = "cent", of = function(s)
    local highest = 0 -- most non si guarda
    for _, p in ipairs(s.person) do highest = most(highest, p.base * days(p.from, p.to) / 365) end
    return highest
  end },
}
