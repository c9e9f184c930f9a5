-- Il Segretario Generale: un voto in trentesimi del Sindaco, e la percentuale della base che gli spetta.
use "lib/caps"
use "national/secretary"

-- Le fasce come pubblicate, estremi compresi. Fra due righe restano vuoti per i voti con più di due
-- decimali (21,005 non è in nessuna fascia), e un voto così è un errore: non si indovina. Se prima si
-- arrotondasse, la fonte non lo dice: allora si aggiungerebbe  round = 2 .
local result_pay = bands "result_pay" {
  title  = "Retribuzione di risultato per voto in trentesimi",
  source = "Comune di Marcon, Dati relativi ai premi: tabella del Segretario Generale",
  gaps   = "refuse",
  { from =  0,      below =  18,     give = "0%"  },
  { from = 18,      to    =  21,     give = "4%"  },
  { from = "21.01", to    = "22.99", give = "6%"  },
  { from = 23,      to    = "24.99", give = "8%"  },
  { from = 25,      to    = "26.99", give = "9%"  },
  { from = 27,      to    =  30,     give = "10%" },
}

return subject {
  title = "Segretario Generale",

  ceiling = percent { value = "10%", title = "Limite sul monte salari",
    source = "Comune di Marcon, Dati relativi ai premi; CCNL 16.5.2001 art. 42" },
  national_ceiling = percent { dated = secretary_ceiling, by = "period end", title = "Limite nazionale" },
  must { "il limite dell'ente {ceiling} supera quello nazionale {national_ceiling}",
    of = function(s) return s.ceiling <= s.national_ceiling end },

  mark = points { title = "Voto del Sindaco, in trentesimi", max = 30 },
  base = money  { title = "Base: voci retributive del contratto, monte salari dell'anno" },

  percent = percent { title = "Percentuale della base", bands = result_pay, by = "mark" },

  -- La fonte non dice come si arrotonda: una volta sola, alla fine, al centesimo.
  pay = money { title = "Retribuzione di risultato", payable = true, round = "cent",
    increasing = { "mark", "base" },
    of = function(s) return s.base * capped(s.percent, s.ceiling) end },
}
