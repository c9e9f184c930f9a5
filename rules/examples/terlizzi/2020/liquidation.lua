-- La liquidazione del risultato 2020: una riga per ogni incarico, ordinario o ad interim.
use "lib/calendar"
use "lib/periods"
use "lib/charges"

return subject {
  title = "Retribuzione di risultato dei dirigenti",

  -- Ciò che cambia di anno in anno.
  full = money { value = "3912.34", title = "Risultato pieno di una posizione di peso 100",
    source = "Tabella allegata al decreto sindacale n. 23 del 27.7.2021" },
  interim_rate = percent { value = "85%", title = "Parte che spetta per un incarico ad interim",
    source = "Ricavata dalla tabella: 3.325,49 su 3.912,34, e 2.826,67 su 3.325,49" },
  year_days = whole { value = 365, title = "Giorni dell'anno",
    source = "Ricavati dalla tabella: 20 + 345 giorni fanno l'anno intero",
    note = "365 anche se il 2020 è bisestile: con 366 i centesimi pubblicati non tornano." },
  contributions_rate = percent { value = "25.41%", title = "Aliquota dei contributi",
    source = "Ricavata dalla tabella: 2.655,83 su 10.451,90" },
  irap_rate = percent { value = "8.5%", title = "Aliquota IRAP",
    source = "Ricavata dalla tabella: 888,41 su 10.451,90" },

  -- I servizi, una volta: gli incarichi li nominano, e un nome scritto male non è di nessuno.
  department = list {
    title = "Servizi",

    name    = text   { title = "Servizio", column = "Servizio" },
    lines   = whole  { title = "Incarichi", column = "Incarichi",
      of = function(d, s) return count(s.line, function(l) return is(l.department, d) end) end },
    covered = whole  { title = "Giorni di incarico, in tutto", column = "Giorni coperti",
      of = function(d, s) return sum(s.line, "days", function(l) return is(l.department, d) end) end },

    must { "il servizio {name} non ha nessun incarico: si toglie dall'elenco, o un incarico nomina quello sbagliato", at = "name",
      of = function(d) return d.lines > 0 end },
    must { "gli incarichi del servizio {name} coprono {covered} giorni, più dell'anno", at = "name",
      of = function(d, s) return d.covered <= s.year_days end },
  },

  line = list {
    title = "Incarichi",

    name       = text    { title = "Incarico", column = "Incarico" },
    department = ref     { to = "liquidation.department", title = "Servizio" },
    weight     = percent { title = "Peso della posizione", column = "Peso", max = "100%" },
    score      = percent { title = "Valutazione", column = "Valutazione", max = "100%" },
    days       = whole   { title = "Giorni di incarico", column = "Giorni", min = 0, max = 366 },
    interim    = flag    { title = "Incarico ad interim" },
    convention = percent { title = "Parte a carico del Comune", max = "100%",
      note = "100 %; 51 % per il dirigente in convenzione con un altro Comune." },

    -- La tabella arrotonda al centesimo a ogni passaggio che stampa.
    position = money { title = "Risultato pieno della posizione", round = "cent",
      of = function(l, s) return s.full * l.weight end },
    unit     = money { title = "Risultato pieno dell'incarico", round = "cent",
      of = function(l, s)
        if l.interim then
          return l.position * s.interim_rate
        end
        return l.position
      end },
    amount   = money { title = "Importo prima della convenzione", column = "Importo", round = "cent",
      of = function(l, s) return for_days(l.unit, l.days, s.year_days) * l.score end },
    payable  = money { title = "Da liquidare", column = "Da liquidare", payable = true, round = "cent",
      increasing = { "weight", "score", "days", "convention" },
      of = function(l) return l.amount * l.convention end },
  },

  first_day = date { of = function() return period.from end },
  last_day  = date { of = function() return period.to end },
  must { "il periodo valutato va dal {first_day} al {last_day}: si liquida l'anno intero, dal 1° gennaio al 31 dicembre",
    of = function() return is_whole_year() end },

  ordinary = money { title = "Incarichi ordinari, prima della convenzione",
    of = function(s) return sum(s.line, "amount", function(l) return not l.interim end) end },
  interim  = money { title = "Incarichi ad interim, prima della convenzione",
    of = function(s) return sum(s.line, "amount", function(l) return l.interim end) end },
  before   = money { title = "Totale prima della convenzione",
    of = function(s) return sum(s.line, "amount") end },

  payable       = money { title = "Competenze", payable = true, round = "cent",
    of = function(s) return sum(s.line, "payable") end },
  contributions = money { title = "Contributi", round = "cent",
    of = function(s) return employer_charge(s.payable, s.contributions_rate) end },
  irap          = money { title = "IRAP", round = "cent",
    of = function(s) return employer_charge(s.payable, s.irap_rate) end },
  total         = money { title = "Totale complessivo",
    of = function(s) return s.payable + s.contributions + s.irap end },
}
