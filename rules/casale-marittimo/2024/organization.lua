-- Le aree, i loro obiettivi e chi ne risponde, anno 2024.
use "lib/objectives"
use "national/payments"
use "national/positions"

-- Che cosa vale un obiettivo misurato a gradini, secondo la parte del valore atteso che è stata raggiunta.
local steps = bands "steps" {
  title = "Obiettivi misurati a gradini",
  { from = "0%",  below = "60%",  give = to_confirm("0%", unpublished) },
  { from = "60%", below = "80%",  give = to_confirm("50%", unpublished) },
  { from = "80%", below = "100%", give = to_confirm("80%", unpublished) },
  { from = "100%",                give = "100%" },
}

local marks = { 0, 2, 4, 6, 8, 10 }        -- dei comportamenti: da confermare con il sistema di valutazione

return subject {
  title = "Aree, obiettivi e responsabili",

  timeliness = choice { { "blocking", "se manca, la sua parte non si paga" },
      { "proportional", "conta soltanto nel punteggio" }, { "off", "non assegnata" }, value = "blocking",
    title  = "Tempestività dei pagamenti",
    source = "D.L. 13/2023 art. 4-bis c. 2; circolare RGS 1/2024" },
  timeliness_weight = percent { dated = timeliness_weight, by = "period end",
    title = "Peso della tempestività sulla retribuzione di risultato" },
  least_coverage = percent { dated = timeliness_coverage, by = "period",
    title = "Copertura minima dei dati sui pagamenti" },
  delay_target = number { value = to_confirm(0, "nel piano dopo «tempo medio di ritardo giorni» non è stampato nessun valore"),
    title = "Tempo medio di ritardo, al più, in giorni", source = "proposto: PNRR, Riforma 1.11, zero o meno" },

  objectives_weight = percent { value = to_confirm("60%", unpublished), title = "Peso degli obiettivi" },
  behaviour_weight  = percent { value = to_confirm("40%", unpublished), title = "Peso dei comportamenti" },
  full_rate         = percent { value = to_confirm("25%", unpublished),
    title = "Risultato intero, sulla retribuzione di posizione" },
  year_days         = whole   { value = to_confirm(366, "per chi serve una parte dell'anno: 366 nel 2024, o 365"),
    title = "Giorni dell'anno" },

  position_least = money   { dated = position_pay, by = "period end", give = "least" },
  position_most  = money   { dated = position_pay, by = "period end", give = "most" },
  interim_least  = percent { dated = interim_rate, by = "period end", give = "least" },
  interim_most   = percent { dated = interim_rate, by = "period end", give = "most" },
  least_fund_share = percent { dated = result_fund_share, by = "period end" },

  best_mark = points { value = 10, title = "Voto più alto dei comportamenti" },

  result_fund = money { title = "Fondo del risultato dei responsabili" },

  level = list { from = "plan.levels",
    title  = "Scala dei livelli",
    name   = text   { planned = "title" },
    points = points { planned = true },
  },

  -- Ciò che è stato misurato, una volta. Un obiettivo comune a due aree nomina la stessa misura.
  measure = list {
    title     = "Misure",
    name      = text   { title = "Misura", column = "Misura" },
    kind      = choice { { "met", "raggiunto o no" }, { "between", "in proporzione fra due valori" },
                         { "steps", "a scaglioni" }, { "date", "entro un termine" },
                         { "payments", "tempi di pagamento" }, { "assessed", "attribuito con motivazione" },
                         title = "Come si valuta" },
    unit      = text   { title = "Unità", optional = true },
    lower     = flag   { title = "È bene che sia basso", default = false },
    target    = number { title = "Valore atteso nell'anno", column = "Atteso", min = -100000, optional = true },
    zero_at   = number { title = "Valore che vale zero", min = -100000, optional = true },
    measured  = number { title = "Valore misurato", column = "Misurato", min = -100000, optional = true },
    due       = date   { title = "Termine", optional = true },
    done      = date   { title = "Concluso il", optional = true },
    delay     = number { title = "Tempo medio di ritardo, in giorni", column = "Ritardo", min = -365, optional = true },
    covered   = percent { title = "Importo delle fatture coperto dai dati", max = "100%", optional = true },
    assessed  = percent { title = "Grado di raggiungimento attribuito", max = "100%", optional = true },
    because   = text   { title = "Motivazione", optional = true },

    must { "alla misura «{name}» ({kind}) manca il valore atteso nell'anno, o ciò che è stato misurato", at = "kind",
      of = function(m)
        if is(m.kind, "date") then return m.due ~= nil end
        if is(m.kind, "assessed") then return m.assessed ~= nil and m.because ~= nil end
        if m.target == nil or m.measured == nil then return false end
        if is(m.kind, "between") then return m.zero_at ~= nil end
        if is(m.kind, "payments") then return m.delay ~= nil and m.covered ~= nil end
        return true
      end },
    must { "i dati coprono soltanto il {covered} dell'importo delle fatture: l'obiettivo dei pagamenti non è verificabile", at = "covered",
      of = function(m, s) return m.covered == nil or m.covered >= s.least_coverage end },
    warn { "l'obiettivo «{name}» non ha un indicatore: il grado è attribuito con una motivazione", name = "indicator", at = "kind",
      of = function(m) return not is(m.kind, "assessed") end },

    -- L'indicatore che la legge nomina è il ritardo; i giorni di pagamento contano nel punteggio dell'obiettivo.
    law_met = flag { title = "Obiettivo di legge sui ritardi raggiunto",
      of = function(m, s) return m.delay ~= nil and m.delay <= s.delay_target end },
    part = percent { title = "Parte del valore atteso",
      of = function(m)
        if is(m.kind, "steps") and m.target ~= nil and m.measured ~= nil then
          return part_of_target(m.measured, m.target, m.lower)
        end
        return "0%"
      end },
    achieved = percent { title = "Raggiunto", column = "Raggiunto", max = "100%",
      of = function(m)
        if is(m.kind, "date") and m.due ~= nil then return achieved_by_date(m.done, m.due) end
        if is(m.kind, "assessed") and m.assessed ~= nil then return m.assessed end
        if m.target == nil or m.measured == nil then return "0%" end        -- fermato dalla prima condizione
        if is(m.kind, "between") and m.zero_at ~= nil then
          return achieved_between(m.measured, m.zero_at, m.target)
        end
        if is(m.kind, "steps") then return steps(m.part) end
        if is(m.kind, "payments") then
          return achieved_or_not(reached(m.measured, m.target, true) and m.law_met)
        end
        return achieved_or_not(reached(m.measured, m.target, m.lower))
      end },
  },

  area = list { from = "plan.areas",
    title = "Aree",
    ignore = { "responsible" },              -- il nome stampato non sta mai accanto a un voto
    name  = text { planned = "title", title = "Area", column = "Area" },
    role  = text { planned = true },
    service = list { from = "services", name = text { planned = "title" } },

    objective = list { from = "objectives",
      title   = "Obiettivi",
      number  = whole  { planned = true },
      name    = text   { planned = "title", title = "Obiettivo", column = "Obiettivo" },
      horizon = choice { { "annual", "annuale" }, { "multi-year", "pluriennale" }, planned = true },
      shared  = text   { planned = true, optional = true },
      payment_time = number { planned = true, optional = true, title = "Giorni di pagamento promessi" },
      chosen  = ref    { planned = true, to = "organization.level", optional = true, title = "Livello scelto" },
      published = list { from = "published",
        title  = "Livelli come stampati",
        level  = ref    { planned = "id", to = "organization.level", title = "Livello" },
        points = points { planned = true },
        scale  = points { of = function(l) return l.level.points end },
        warn { "il piano stampa {level} con {points} punti, la scala dice {scale}", name = "scale", at = "points",
          of = function(l) return is(l.points, l.scale) end },
      },
      highest = points { title = "Il più alto fra i livelli stampati",
        of = function(o)
          local best = 0
          for _, l in ipairs(o.published) do best = most(best, l.points) end
          return best
        end },
      must { "l'obiettivo «{name}» è stampato con più livelli e nel piano non ne è scelto uno (chosen): il più alto vale {highest}, e con il più alto di ogni obiettivo le due aree fanno 60 punti ciascuna", at = "name",
        of = function(o) return o.chosen ~= nil end },

      measure = ref { to = "organization.measure", title = "Misura" },
      must { "il piano promette {payment_time} giorni di pagamento, la misura dice altro", at = "payment_time",
        of = function(o)
          return o.payment_time == nil or (is(o.measure.kind, "payments") and is(o.measure.target, o.payment_time))
        end },

      weight = points { title = "Peso", column = "Peso",
        of = function(o)
          if o.chosen == nil then return 0 end                            -- fermato dalla condizione
          return o.chosen.points
        end },
      achieved = percent { title = "Raggiunto", column = "Raggiunto",
        of = function(o) return o.measure.achieved end },
      score = points { title = "Punti", column = "Punti", of = function(o) return o.weight * o.achieved end },
    },

    weight = points  { title = "Peso degli obiettivi", column = "Peso",
      of = function(a) return sum(a.objective, "weight") end },
    score  = points  { title = "Punti degli obiettivi", column = "Punti",
      of = function(a) return sum(a.objective, "score") end },
    performance = percent { title = "Prestazione dell'area", column = "Prestazione",
      of = function(a) return a.score / a.weight end },

    payments_share = percent { title = "Peso dei pagamenti sugli obiettivi",
      note = "la legge vuole il 30 % della retribuzione di risultato, non degli obiettivi: sono due cose diverse",
      of = function(a)
        return sum(a.objective, "weight", function(o) return o.payment_time ~= nil end) / a.weight
      end },
    law_met = flag { title = "Obiettivo di legge sui ritardi raggiunto", column = "Legge",
      of = function(a)
        return all(a.objective, function(o) return o.payment_time == nil or o.measure.law_met end)
      end },

    -- Chi ne risponde: un ufficio, con i suoi giorni. Un interim è l'incarico di chi copre anche quest'area.
    head = list {
      title    = "Responsabile",
      name     = text    { title = "Incarico", column = "Incarico" },
      from     = date    { title = "Dal" },
      to       = date    { title = "Al" },
      assigned = date    { title = "Obiettivi assegnati il" },
      position = money   { title = "Retribuzione di posizione dell'incarico, per l'anno intero" },
      interim  = percent { title = "Percentuale per l'interim", optional = true },
      behaviour = sheet  { title = "Comportamenti", marks = marks, because = "required",
        criteria = {
          { id = "squadra",     title = "Fare squadra" },
          { id = "condivisione", title = "Condivisione degli obiettivi dell'Amministrazione" },
          { id = "oltre",       title = "Comportamenti oltre la prestazione dovuta, per il funzionamento del Comune e il clima di lavoro" },
        } },

      served = number { title = "Parte dell'anno", column = "Anno",
        of = function(h, a, s) return days(h.from, h.to) / s.year_days end },
      score  = percent { title = "Punteggio", column = "Punteggio",
        of = function(h, a, s)
          return a.performance * s.objectives_weight + mean(h.behaviour) / s.best_mark * s.behaviour_weight
        end },
      full   = money { title = "Risultato intero", column = "Intero",
        of = function(h, a, s)
          if h.interim ~= nil then return h.position * h.interim * h.served end
          return h.position * s.full_rate * h.served
        end },
      pay    = money { title = "Retribuzione di risultato", column = "Importo", payable = true, round = "cent",
        unless = {
          { function(h) return h.assigned > h.from end, "obiettivi assegnati il {assigned}, dopo l'inizio dell'incarico" },
        },
        of = function(h, a, s)
          if is(s.timeliness, "blocking") then
            return pay_with_timeliness(h.full, s.timeliness_weight, a.law_met, h.score)
          end
          return h.full * h.score
        end },

      must { "l'incarico {name} è fuori dall'anno valutato: {from} – {to}", at = "from",
        of = function(h) return h.from >= period.from and h.to <= period.to and h.from <= h.to end },
      must { "la retribuzione di posizione {position} è fuori dai limiti nazionali", at = "position",
        of = function(h, a, s) return h.position >= s.position_least and h.position <= s.position_most end },
      must { "l'interim {interim} è fuori dai limiti nazionali", at = "interim",
        of = function(h, a, s)
          return h.interim == nil or (h.interim >= s.interim_least and h.interim <= s.interim_most)
        end },
    },
    pay = money { title = "Retribuzioni di risultato", column = "Importo", payable = true, round = "cent",
      of = function(a) return sum(a.head, "pay") end },
  },

  positions = money { title = "Retribuzioni di posizione",
    of = function(s)
      return sum(s.area, function(a)
        return sum(a.head, "position", function(h) return h.interim == nil end)
      end)
    end },
  least_fund = money { title = "Fondo minimo del risultato", round = { step = "0.01", mode = "up" },
    of = function(s) return least_result_fund(s.positions, s.least_fund_share) end },
  pay = money { title = "Totale dei responsabili", payable = true, round = "cent",
    of = function(s) return sum(s.area, "pay") end },

  must { "il fondo del risultato {result_fund} è meno del minimo nazionale {least_fund}", at = "result_fund",
    of = function(s) return s.result_fund >= s.least_fund end },
  must { "le retribuzioni di risultato {pay} superano il fondo {result_fund}", at = "result_fund",
    of = function(s) return s.pay <= s.result_fund end },
  warn { "la tempestività dei pagamenti è «{timeliness}»: la circolare RGS 1/2024 vuole che, mancato l'obiettivo, la sua parte non si paghi", name = "timeliness",
    of = function(s) return is(s.timeliness, "blocking") end },
  must { "un obiettivo comune a più aree è misurato in modi diversi",
    of = function(s)
      return all(s.area, function(a)
        return all(a.objective, function(o)
          return o.shared == nil or all(s.area, function(b)
            return all(b.objective, function(q)
              return q.shared == nil or not is(q.shared, o.shared) or is(q.measure, o.measure)
            end)
          end)
        end)
      end)
    end },
}
