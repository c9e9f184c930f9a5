-- I dipendenti, anno 2024: la prestazione della loro area, «a cascata», e la loro parte.
use "lib/objectives"
use "lib/periods"
use "lib/calendar"
local marks = { 0, 2, 4, 6, 8, 10 }

return subject {
  title = "Premi dei dipendenti",

  area_weight = percent { value = to_confirm("50%", unpublished),
    title  = "Peso della prestazione dell'area",
    source = "PIAO 2024/2026, All. A1, Premesse: gli obiettivi sono affidati «a cascata» ai dipendenti" },
  own_weight = percent { value = to_confirm("50%", unpublished),
    title  = "Peso della parte propria",
    source = "PIAO 2024/2026, All. A1, Premesse: i comportamenti collegati al «fare squadra»" },
  year_days = choice { { "actual", "quelli veri" }, { "365", "365" }, value = to_confirm("actual", "per chi serve una parte dell'anno: i giorni veri (366 nel 2024), o 365"),
    title = "Giorni dell'anno",
    note  = "actual: i giorni veri; 365: sempre 365, e il 29 febbraio non si conta" },

  best_mark = points { value = marks[#marks], title = "Voto più alto della parte propria" },

  fund         = money { title = "Fondo dei premi", min = 0 },
  budget       = money { title = "Stanziamento per i premi" },
  accessory    = money { title = "Trattamento accessorio complessivo dell'anno" },
  accessory_limit = money { title = "Limite del trattamento accessorio",
    source = "D.lgs. 75/2017 art. 23 c. 2" },

  person = list {
    title     = "Dipendenti",
    name      = text   { title = "Posto", column = "Posto" },
    area      = ref    { to = "organization.area", title = "Area", column = "Area" },
    assigned  = date   { title = "Obiettivi assegnati il" },
    from      = date   { title = "Dal" },
    to        = date   { title = "Al" },
    behaviour = sheet  { title = "Parte propria", marks = to_confirm(marks, "la scala dei voti è "..unpublished), because = "required",
      source = "PIAO 2024/2026, All. A1, Premesse",
      criteria = to_confirm({
        { id = "squadra",      title = "Fare squadra" },
        { id = "condivisione", title = "Condivisione degli obiettivi dell'Amministrazione" },
        { id = "oltre",        title = "Comportamenti che, pur non costituendo una prestazione legata alla mansione, aiutano il funzionamento del Comune e il clima di lavoro" },
      }, "i criteri sono quelli del piano, i loro pesi no: qui contano tutti lo stesso") },

    served = number { title = "Parte dell'anno", column = "Anno",
      of = function(p, s) return is_all_year(p.from, p.to) and 1 or part_of_year(p.from, p.to, s.year_days) end },
    score = percent { title = "Punteggio", column = "Punteggio", max = "100%",
      of = function(p, s)
        return p.area.performance * s.area_weight + mean(p.behaviour) / s.best_mark * s.own_weight
      end },
    units = number { title = "Quote del fondo",
      unless = {
        { function(p) return assigned_late(p.assigned, p.from) end,
          "obiettivi assegnati il {assigned}, non prima dell'inizio del servizio" },
      },
      of = function(p) return p.score * p.served / "100%" end },
    pay = money { title = "Premio", column = "Importo", payable = true, round = "cent",
      split = { whole = "fund", by = "units", rest = "largest", nobody = "keep" } },

    must { "il servizio di {name} è fuori dall'anno valutato: {from} – {to}", at = "from",
      of = function(p) return p.from >= period.from and p.to <= period.to and p.from <= p.to end },
    warn { "il servizio di {name} è del solo {from}, che su 365 giorni non si conta: il suo premio è zero", name = "leap-day", at = "from",
      of = function(p, s) return not (is_leap_day(p.from) and is(p.to, p.from) and is(s.year_days, "365")) end },
  },

  pay = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.person, "pay") end },
  must { "il periodo valutato non è un anno intero",
    of = function() return is_whole_year() end },
  must { "il peso della prestazione dell'area ({area_weight}) e quello della parte propria ({own_weight}) insieme fanno 100 %",
    of = function(s) return is(s.area_weight + s.own_weight, "100%") end },
  must { "il fondo dei premi {fund} supera lo stanziamento {budget}", at = "fund",
    of = function(s) return s.fund <= s.budget end },
  must { "il trattamento accessorio complessivo {accessory} è meno del fondo dei premi, {fund}, che ne fa parte", at = "accessory",
    of = function(s) return s.accessory >= s.fund end },
  must { "il trattamento accessorio {accessory} supera il limite {accessory_limit}", at = "accessory",
    of = function(s) return s.accessory <= s.accessory_limit end },
}
