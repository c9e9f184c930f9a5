-- Il Segretario: un premio per l'anno intero; da ottobre a dicembre la sede è in convenzione, e l'altro Comune
-- contribuisce per la sua quota a quei mesi soltanto. Il premio si divide fra i periodi, e in ogni periodo
-- fra i Comuni che ne fanno parte.
use "lib/calendar"
use "lib/convention_periods"
use "lib/months"
use "national/secretary"

return subject {
  title = "Segretario comunale",

  -- La fonte parla di mesi, non dice come si conta.
  sharing = choice { { "months", "in dodicesimi" }, { "days", "in giorni, sui giorni dell'anno" },
    value = "months", title = "Come si divide l'anno",
    source = "Deliberazione della Giunta del 27.10.2016: «ottobre–dicembre»",
    note   = "In dodicesimi, ogni periodo è di mesi interi." },

  base = money   { title = "Retribuzione ordinaria dell'anno" },
  rate = percent { title = "Percentuale del premio",
    source = "Deliberazione della Giunta del 27.10.2016: 10 % della retribuzione ordinaria" },
  national_ceiling = percent { dated = secretary_ceiling, by = "period end", title = "Limite nazionale" },
  must { "la percentuale del premio, {rate}, supera il limite nazionale, {national_ceiling}", at = "rate",
    of = function(s) return s.rate <= s.national_ceiling end },

  municipality = list {
    title = "Comuni",

    name = text  { title = "Comune", column = "Comune" },
    pay  = money { title = "A carico del Comune", column = "Importo", payable = true, round = "cent",
      of = function(m, s)
        return sum(s.period, function(p)
          return sum(p.member, "pay", function(x) return is(x.municipality, m) end)
        end)
      end },
    must { "{name} non ha una quota in nessun periodo: si scrive fra i Comuni (member) di un periodo, o si toglie", at = "name",
      of = function(m, s) return has_share(s.period, m) end },
  },

  period = list {
    title = "Periodi", tiles = "period",

    name = text { title = "Periodo", column = "Periodo" },
    from = date { title = "Primo giorno", column = "Dal" },
    to   = date { title = "Ultimo giorno", column = "Al" },

    days   = whole  { title = "Giorni", of = function(p) return days(p.from, p.to) end },
    months = number { title = "Mesi", of = function(p) return months_counted(p.from, p.to) end },
    must { "il periodo dal {from} al {to} non è di mesi interi: in dodicesimi (months) non si può dividere", at = "from",
      of = function(p, s) return is(s.sharing, "days") or not is_whole_year() or whole_months(p.from, p.to) ~= nil end },
    weight = number { title = "Mesi o giorni", column = "Peso",
      of = function(p, s)
        if is(s.sharing, "months") then
          return p.months
        end
        return p.days
      end },
    pay = money { title = "Parte del premio", column = "Parte del premio", round = "cent",
      split = { whole = "pay", by = "weight", rest = "largest" } },

    member = list {
      title = "Comuni del periodo",

      municipality = ref { to = "secretary.municipality", title = "Comune", column = "Comune" },
      share        = percent { title = "Quota", column = "Quota", sum = "100%" },
      must { "{municipality} sta più volte fra i Comuni dello stesso periodo: vi si scrive una volta, con tutta la sua quota; di solito una delle volte è un altro Comune", at = "municipality",
        of = function(x, p) return is(times_in(p, x.municipality), 1) end },
      pay          = money { title = "Parte del Comune", column = "Parte", round = "cent",
        split = { whole = "pay", by = "share", rest = "largest" } },
    },
  },

  pay = money { title = "Premio", payable = true, round = "cent",
    of = function(s) return s.base * s.rate end },

  first_day = date { of = function() return period.from end },
  last_day  = date { of = function() return period.to end },
  must { "il periodo valutato va dal {first_day} al {last_day}: il premio è dell'anno intero, dal 1° gennaio al 31 dicembre",
    of = function() return is_whole_year() end },
  must { "i Comuni pagano {paid}, non {pay}",
    of = function(s) return is(s.paid, s.pay) end },
  paid = money { of = function(s) return sum(s.municipality, "pay") end },
}
