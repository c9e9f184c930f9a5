-- Il segretario comunale in convenzione, anno 2023.
use "lib/convention"
use "national/secretary"
-- Le fasce, come nella tabella pubblicata: punteggio compreso fra «from» e «to», estremi compresi.
local result_pay = bands "result_pay" {
  title  = "Retribuzione di risultato",
  source = "PIAO 2024/2026, All. A1, Segretario Comunale, criteri e parametri di valutazione",
  gaps   = "refuse",                       -- 40,5 non è in nessuna fascia pubblicata: non si indovina
  { from =  0, to =  40, give = "0%"  },
  { from = 41, to =  50, give = "4%"  },
  { from = 51, to =  70, give = "6%"  },
  { from = 71, to =  85, give = "8%"  },
  { from = 86, to = 100, give = "10%" },
}

local marks = { 4, 6, 8, 10 }

return subject {
  title = "Segretario comunale in convenzione",

  reading = choice { { "own share", "fascia sulla quota dell'ente" }, { "whole base", "fascia su tutta la parte comune" },
    value = "own share", title = "Lettura del limite di convenzione",
    source = "PIAO 2024/2026, All. A1: «nel limite massimo percentuale rapportato alla quota»",
    note   = "Le due letture: percentuale di fascia sulla quota dell'ente, oppure su tutta la parte comune e non oltre il 10 % per la quota. Il testo pubblicato dice la prima." },

  ceiling = percent { value = "10%",
    title  = "Limite sul monte salari",
    source = "CCNL 16.5.2001 art. 42; CCNL 17.12.2020 art. 111" },

  salary     = money { title = "Stipendio e posizione: quanto pagato nell'anno" },
  supplement = money { title = "Retribuzione aggiuntiva per le sedi convenzionate" },

  common = money { title = "Parte comune del monte salari",
    of = function(s) return s.salary + s.supplement end },

  municipality = list {
    title = "Comuni della convenzione",

    name      = text    { title = "Comune", column = "Comune" },
    share     = percent { title = "Quota di partecipazione alla spesa", column = "Quota", sum = "100%" },
    fees      = money   { title = "Diritti di segreteria del Comune" },
    results   = sheet   { title = "Risultati", from = "plan.secretary.results", marks = marks },
    behaviour = sheet   { title = "Comportamento", from = "plan.secretary.behaviour", marks = marks },

    total   = points  { title = "Punteggio", column = "Punteggio", max = 100,
      of = function(m) return sum(m.results) + sum(m.behaviour) end },
    percent = percent { title = "Percentuale di fascia", column = "Fascia",
      bands = result_pay, by = "total" },

    base  = money { title = "Base del Comune", column = "Base",
      of = function(m, s) return member_base(s.common, m.share, m.fees) end },
    limit = money { title = "Limite del Comune",
      source = "PIAO 2024/2026, All. A1: limite in proporzione alla quota; i diritti per intero",
      of = function(m, s) return member_limit(s.ceiling, s.common, m.share, m.fees) end },
    due   = money { title = "Importo secondo la fascia",
      of = function(m, s)
        if is(s.reading, "whole base") then
          return due_on_whole_base(m.percent, s.ceiling, s.common, s.common * m.share, m.fees)
        end
        return m.base * m.percent
      end },
    pay   = money { title = "Retribuzione di risultato", column = "Importo",
      payable = true, round = "cent", increasing = { "results", "behaviour", "share" },
      of = function(m) return least(m.due, m.limit) end },

    payable_limit = money { title = "Limite del Comune in centesimi", round = "cent",
      of = function(m) return m.limit end },
  },

  pay   = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.municipality, "pay") end },
  limit = money { title = "Limite complessivo",
    of = function(s) return sum(s.municipality, "payable_limit") end },
  limit_difference = money {
    note = "quanto il limite complessivo, somma di limiti in centesimi, si scosta da quello esatto",
    of = function(s) return s.limit - s.ceiling * (s.common + sum(s.municipality, "fees")) end },

  must { "il totale {pay} supera il limite complessivo {limit}",
    of = function(s) return s.pay <= s.limit end },

  national_ceiling = percent { dated = secretary_ceiling, by = "period end" },
  must { "il limite delle regole {ceiling} supera quello nazionale {national_ceiling}",
    of = function(s) return s.ceiling <= s.national_ceiling end },
}
