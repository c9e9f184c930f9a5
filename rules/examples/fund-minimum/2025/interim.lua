-- Gli incarichi ad interim: da un 15 a un 25 % della posizione coperta, per la durata.
use "lib/calendar"
use "lib/interim"
use "lib/caps"
use "national/interim"

return subject {
  title = "Incarichi ad interim",

  -- Le fonti dicono in proporzione alla durata, non su quanti giorni.
  year = choice { { "365", "sempre 365" }, { "actual", "quelli dell'anno, 366 se è bisestile" },
    value = "365", title = "Giorni dell'anno" },
  year_days = whole { of = function(s)
    if is(s.year, "actual") then
      return days_of_year(period.to)                    -- dell'anno: il periodo valutato può essere più breve
    end
    return 365
  end },

  least_rate = percent { dated = interim_rate, by = "period end", give = "least", title = "Percentuale, almeno" },
  most_rate  = percent { dated = interim_rate, by = "period end", give = "most",  title = "Percentuale, al più" },

  cover = list {
    title = "Interim",

    name    = text    { title = "Posizione coperta", column = "Posizione coperta" },
    covered = money   { title = "Retribuzione della posizione coperta", column = "Posizione" },
    rate    = percent { title = "Percentuale", column = "Percentuale",
      source = "CCNL 16.11.2022 art. 17" },
    from    = date    { title = "Primo giorno", column = "Dal" },
    to      = date    { title = "Ultimo giorno", column = "Al" },

    must { "l'interim di {name} va dal {from} al {to}: il primo giorno viene dopo l'ultimo", at = "from",
      of = function(c) return c.from <= c.to end },
    must { "l'interim di {name}, dal {from} al {to}, è tutto fuori dal periodo valutato", at = "from",
      of = function(c) return c.from > c.to or (c.from <= period.to and c.to >= period.from) end },

    -- Un interim può cominciare prima del periodo valutato, o finire dopo: contano soltanto i giorni che ci cadono.
    days = whole { title = "Giorni di interim", column = "Giorni",
      of = function(c) return overlap_days(c.from, c.to, period.from, period.to) end },
    pay  = money { title = "Quota per l'interim", column = "Importo", payable = true, round = "cent",
      of = function(c, s) return interim_pay(c.covered, c.rate, c.days, s.year_days) end },

    low  = percent { of = function(c, s) return s.least_rate end },
    high = percent { of = function(c, s) return s.most_rate end },
    must { "l'interim di {name} è al {rate}: va da {low} a {high} della posizione coperta", at = "rate",
      of = function(c) return within(c.rate, c.low, c.high) end },
    must { "l'interim di {name} dura {days} giorni, più dell'anno",
      of = function(c, s) return c.days <= s.year_days end },
  },

  pay = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.cover, "pay") end },
}
