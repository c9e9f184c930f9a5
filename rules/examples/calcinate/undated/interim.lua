-- Gli incarichi ad interim, pagati con quanto la posizione scoperta ha fatto risparmiare.
use "lib/interim"

return subject {
  title = "Incarichi ad interim",

  year_days = whole { value = 365, title = "Giorni dell'anno",
    note = "La pagina dice «in proporzione alla durata», non su quanti giorni: qui 365." },

  cover = list {
    title = "Interim",

    name    = text    { title = "Posizione coperta", column = "Posizione coperta" },
    covered = money   { title = "Retribuzione della posizione coperta", column = "Posizione" },
    rate    = percent { title = "Percentuale", column = "Percentuale", min = "15%", max = "25%",
      source = "CCNL 16.11.2022 art. 17 c. 5" },
    days    = whole   { title = "Giorni di interim", column = "Giorni", min = 1, max = 366 },

    pay    = money { title = "Quota per l'interim", column = "Importo", payable = true, round = "cent",
      of = function(c, s) return interim_pay(c.covered, c.rate, c.days, s.year_days) end },

    must { "l'interim di {name} dura {days} giorni, più dell'anno", at = "days",
      of = function(c, s) return c.days <= s.year_days end },
  },

  pay = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.cover, "pay") end },
}
