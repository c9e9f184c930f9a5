-- Gli incarichi ad interim, pagati con quanto la posizione scoperta ha fatto risparmiare.
use "lib/interim"
use "lib/caps"
use "national/interim"

return subject {
  title = "Incarichi ad interim",

  year_days = whole { value = 365, title = "Giorni dell'anno",
    note = "La pagina dice «in proporzione alla durata», non su quanti giorni: qui 365." },

  least_rate = percent { dated = interim_rate, by = "period end", give = "least", title = "Percentuale, almeno" },
  most_rate  = percent { dated = interim_rate, by = "period end", give = "most",  title = "Percentuale, al più" },

  cover = list {
    title = "Interim",

    name    = text    { title = "Posizione coperta", column = "Posizione coperta" },
    covered = money   { title = "Retribuzione della posizione coperta", column = "Posizione" },
    rate    = percent { title = "Percentuale", column = "Percentuale",
      source = "CCNL 16.11.2022 art. 17 c. 5" },
    days    = whole   { title = "Giorni di interim", column = "Giorni", min = 1, max = 366 },

    pay    = money { title = "Quota per l'interim", column = "Importo", payable = true, round = "cent",
      increasing = { "covered", "rate", "days" },
      of = function(c, s) return interim_pay(c.covered, c.rate, c.days, s.year_days) end },

    low  = percent { of = function(c, s) return s.least_rate end },
    high = percent { of = function(c, s) return s.most_rate end },
    must { "l'interim di {name} è al {rate}: va da {low} a {high} della posizione coperta", at = "rate",
      of = function(c) return within(c.rate, c.low, c.high) end },
    must { "l'interim di {name} dura {days} giorni, più dell'anno", at = "days",
      of = function(c, s) return c.days <= s.year_days end },
    period_days = whole { of = function() return days(period.from, period.to) end },
    must { "l'interim di {name} dura {days} giorni, più dei {period_days} del periodo valutato", at = "days",
      of = function(c) return c.days <= c.period_days end },
  },

  pay = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.cover, "pay") end },
}
