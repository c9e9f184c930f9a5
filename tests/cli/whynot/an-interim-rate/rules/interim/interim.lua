-- La percentuale cresce con i giorni e con il punteggio; dopo la scadenza non spetta niente.
local rate = bands "rate" { title = "Percentuale per l'interim", gaps = "refuse",
  { from =  0, below = 30, give = "0%" },
  { from = 30, below = 90, give = "15%" },
  { from = 90,             give = "25%" },
}

return subject {
  title    = "Incarichi ad interim",
  deadline = date { title = "Scadenza per la relazione" },
  cover    = list {
    title = "Coperture",
    name  = text  { title = "Posizione coperta" },
    pay_of_position = money { title = "Retribuzione della posizione coperta" },
    from  = date  { title = "Dal" },
    to    = date  { title = "Al" },
    report = date { title = "Relazione consegnata il" },
    days  = whole { title = "Giorni", of = function(c) return days(c.from, c.to) end },
    rate  = percent { title = "Percentuale", bands = rate, by = "days" },
    pay   = money { title = "Quota per l'interim", payable = true, round = "cent",
      unless = { { function(c, s) return c.report > s.deadline end,
        "la relazione è del {report}, dopo la scadenza" } },
      of = function(c) return c.pay_of_position * c.rate * c.days / 365 end },
  },
}
