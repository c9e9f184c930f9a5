-- Le aree, i loro obiettivi e chi ne risponde, anno 2024.
use "lib/calendar"
use "lib/objectives"
use "lib/periods"
use "national/payments"
use "national/positions"
use "national/interim"
use "national/result_fund"

-- Che cosa vale un obiettivo misurato a gradini, secondo la parte del valore atteso che è stata raggiunta.
local steps = bands "steps" {
  title = "Obiettivi misurati a gradini",
  { from = "0%",  below = "60%",  give = to_confirm("0%", unpublished) },
  { from = "60%", below = "80%",  give = to_confirm("50%", unpublished) },
  { from = "80%", below = "100%", give = to_confirm("80%", unpublished) },
  { from = "100%",                give = "100%" },
}

local marks = { 0, 2, 4, 6, 8, 10 }

-- Se due obiettivi sono uno solo, comune a più aree: la stessa parola (shared) nel piano.
local function same_word(o, q)
  return o.shared ~= nil and q.shared ~= nil and is(o.shared, q.shared)
end

-- Quanti obiettivi nominano la misura.
local function uses(m, s)
  return sum(s.area, function(a)
    return count(a.objective, function(o) return is(o.measure, m) end)
  end)
end

-- Se tutti gli obiettivi che nominano la misura sono uno solo.
local function one_objective(m, s)
  return all(s.area, function(a)
    return all(a.objective, function(o)
      return not is(o.measure, m) or all(s.area, function(b)
        return all(b.objective, function(q)
          return is(q, o) or not is(q.measure, m) or same_word(o, q)
        end)
      end)
    end)
  end)
end

-- Se la misura la nomina un obiettivo sui pagamenti; se la nomina un obiettivo assegnato, e allora va misurata.
local function is_of_payments(m, s)
  return any(s.area, function(a)
    return any(a.objective, function(o) return o.payment_time ~= nil and is(o.measure, m) end)
  end)
end
local function is_of_assigned(m, s)
  return any(s.area, function(a)
    return any(a.objective, function(o) return o.assigned and is(o.measure, m) end)
  end)
end

-- Le specie di misure che hanno un valore atteso e uno misurato, e quelle a cui serve la direzione: «between» la dice già
-- con i suoi due valori, e i pagamenti è sempre bene che siano brevi.
local function has_values(m) return not is(m.kind, "date") and not is(m.kind, "assessed") end
local function has_direction(m) return is(m.kind, "met") or is(m.kind, "steps") end
local function is_low(m) return m.better ~= nil and is(m.better, "low") end

-- I nomi di ciò che manca, uno dopo l'altro.
local function and_also(names, lacks, name)
  if not lacks then return names end
  if names == nil then return name end
  return names..", "..name
end

-- La posizione riportata all'anno intero. Ciò che è dei soli giorni dell'incarico è scritto al centesimo, e l'importo
-- dell'anno si conosce soltanto a meno di mezzo centesimo (rest: "0", "0.005" o "-0.005") di quei giorni.
local function per_year(h, rest)
  if is(h.covers, "period") and h.served > 0 then return (h.position + rest) / h.served end
  return h.position
end

-- Se l'incarico è del solo 29 febbraio, e su 365 giorni non si conta. Come si contano i giorni, che è da confermare, si legge
-- soltanto per quel giorno.
local function only_leap_day(h, s)
  return is_leap_day(h.from) and is(h.to, h.from) and is(s.year_days, "365")
end

-- Da ciò che è di quel solo giorno l'importo dell'anno non si ricava.
local function no_year(h, s)
  return is(h.covers, "period") and only_leap_day(h, s)
end

return subject {
  title = "Aree, obiettivi e responsabili",

  timeliness = choice { { "blocking", "se manca, la sua parte non si paga" },
      { "proportional", "conta soltanto nel punteggio" }, { "off", "non assegnata" }, value = "blocking",
    title  = "Tempestività dei pagamenti",
    source = "D.L. 13/2023 art. 4-bis c. 2; circolare RGS 1/2024",
    note   = "Se non è assegnata, i suoi punti non contano e non si misura; la circolare legge «blocking», e ogni altra parola è un avviso." },
  national_timeliness = percent { dated = timeliness_weight, by = "period end" },
  timeliness_weight = percent { title = "Parte del risultato persa se l'obiettivo dei pagamenti manca",
    unless = {
      { function(s) return not is(s.timeliness, "blocking") end, "la tempestività dei pagamenti è «{timeliness}»" },
    },
    of = function(s) return s.national_timeliness end },
  must { "il peso della tempestività ({timeliness_weight}) è meno di quello nazionale ({national_timeliness})",
    of = function(s) return not is(s.timeliness, "blocking") or s.timeliness_weight >= s.national_timeliness end },
  payment_most = number { dated = timeliness_targets, by = "period end", give = "payment" },
  delay_most   = number { dated = timeliness_targets, by = "period end", give = "delay" },
  must { "il tempo medio di ritardo ammesso ({delay_target}) è più di quello dell'obiettivo nazionale ({delay_most})",
    of = function(s) return s.delay_target <= s.delay_most end },
  national_coverage = percent { dated = timeliness_coverage, by = "period" },
  least_coverage = percent { title = "Copertura minima dei dati sui pagamenti",
    unless = {
      { function(s) return is(s.timeliness, "off") end, "la tempestività dei pagamenti è «{timeliness}»" },
    },
    of = function(s) return s.national_coverage end },
  delay_target = number { value = to_confirm(0, "nel piano dopo «tempo medio di ritardo giorni» non è stampato nessun valore"),
    title = "Tempo medio di ritardo, al più, in giorni", source = "proposto: PNRR, Riforma 1.11, zero o meno" },

  objectives_weight = percent { value = to_confirm("60%", unpublished), title = "Peso degli obiettivi" },
  behaviour_weight  = percent { value = to_confirm("40%", unpublished), title = "Peso dei comportamenti" },
  full_rate         = percent { value = to_confirm("25%", unpublished),
    title = "Risultato intero, sulla retribuzione di posizione" },
  year_days = choice { { "actual", "quelli veri" }, { "365", "365" }, value = to_confirm("actual", "per chi serve una parte dell'anno: i giorni veri (366 nel 2024), o 365"),
    title = "Giorni dell'anno",
    note  = "actual: i giorni veri; 365: sempre 365, e il 29 febbraio non si conta" },

  position_least = money   { dated = position_pay, by = "period end", give = "least" },
  position_most  = money   { dated = position_pay, by = "period end", give = "most" },
  reduced_least  = money   { dated = position_pay, by = "period end", give = "least_reduced" },
  reduced_most   = money   { dated = position_pay, by = "period end", give = "most_reduced" },
  interim_least  = percent { dated = interim_rate, by = "period end", give = "least" },
  interim_most   = percent { dated = interim_rate, by = "period end", give = "most" },
  least_fund_share = percent { dated = result_fund_share, by = "period end" },

  best_mark = points { value = marks[#marks], title = "Voto più alto dei comportamenti" },

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
    unit      = text   { title = "Unità", column = "Unità", optional = true },
    better    = choice { { "high", "alto" }, { "low", "basso" }, title = "È bene che il valore sia", optional = true,
      note = "per met e steps si scrive sempre: high, alto; low, basso" },
    target    = number { title = "Valore atteso nell'anno", column = "Atteso", min = -100000, optional = true },
    zero_at   = number { title = "Valore che vale zero", min = -100000, optional = true },
    measured  = number { title = "Valore misurato", column = "Misurato", min = -100000, optional = true },
    due       = date   { title = "Termine", optional = true },
    done      = date   { title = "Concluso il", optional = true },
    delay     = number { title = "Tempo medio di ritardo, in giorni", column = "Ritardo", min = -365, optional = true },
    covered   = percent { title = "Importo delle fatture coperto dai dati", max = "100%", optional = true },
    assessed  = percent { title = "Grado di raggiungimento attribuito", max = "100%", optional = true },
    because   = text   { title = "Motivazione", optional = true },

    -- Ciò che manca si chiede, ciò che non si guarderebbe si rifiuta: chi lo scrive crede che conti.
    missing = text { title = "Che cosa manca",
      of = function(m)
        local names = nil
        if has_values(m) then
          names = and_also(names, m.target == nil, "il valore atteso nell'anno (target)")
          names = and_also(names, m.measured == nil, "ciò che è stato misurato (measured)")
        end
        if has_direction(m) then
          names = and_also(names, m.better == nil, "se è bene che sia alto o basso (better: high o low)")
        elseif is(m.kind, "between") then
          names = and_also(names, m.zero_at == nil, "il valore che vale zero (zero_at)")
        elseif is(m.kind, "payments") then
          names = and_also(names, m.delay == nil, "il tempo medio di ritardo (delay)")
          names = and_also(names, m.covered == nil, "quanto dell'importo delle fatture i dati coprono (covered)")
        elseif is(m.kind, "date") then
          names = and_also(names, m.due == nil, "il termine dell'anno (due)")
        elseif is(m.kind, "assessed") then
          names = and_also(names, m.assessed == nil, "il grado attribuito (assessed)")
          names = and_also(names, m.because == nil, "la motivazione (because)")
        end
        if names == nil then return "niente" end
        return names
      end },
    must { "alla misura «{name}» ({kind}) manca: {missing}", at = "kind",
      of = function(m, s)
        if is(m.kind, "payments") and is(s.timeliness, "off") and not is_of_assigned(m, s) then return true end
        if is(m.kind, "date") then return m.due ~= nil end
        if is(m.kind, "assessed") then return m.assessed ~= nil and m.because ~= nil end
        if m.target == nil or m.measured == nil then return false end
        if is(m.kind, "between") then return m.zero_at ~= nil end
        if is(m.kind, "payments") then return m.delay ~= nil and m.covered ~= nil end
        return m.better ~= nil
      end },
    must { "la misura «{name}» ({kind}): se è bene che sia alto o basso (better) si dice soltanto per met e steps, e va tolto", at = "better",
      of = function(m) return m.better == nil or has_direction(m) end },
    must { "la misura «{name}» ({kind}): il valore atteso (target) non si guarda, e va tolto", at = "target",
      of = function(m) return m.target == nil or has_values(m) end },
    must { "la misura «{name}» ({kind}): il valore misurato (measured) non si guarda, e va tolto", at = "measured",
      of = function(m) return m.measured == nil or has_values(m) end },
    must { "la misura «{name}» ({kind}): il valore che vale zero (zero_at) è soltanto di between, e va tolto", at = "zero_at",
      of = function(m) return m.zero_at == nil or is(m.kind, "between") end },
    must { "la misura «{name}» ({kind}): il termine (due) è soltanto di date, e va tolto", at = "due",
      of = function(m) return m.due == nil or is(m.kind, "date") end },
    must { "la misura «{name}» ({kind}): il giorno in cui è conclusa (done) è soltanto di date, e va tolto", at = "done",
      of = function(m) return m.done == nil or is(m.kind, "date") end },
    must { "la misura «{name}» ({kind}): il tempo medio di ritardo (delay) è soltanto dei pagamenti, e va tolto", at = "delay",
      of = function(m) return m.delay == nil or is(m.kind, "payments") end },
    must { "la misura «{name}» ({kind}): la copertura dei dati (covered) è soltanto dei pagamenti, e va tolta", at = "covered",
      of = function(m) return m.covered == nil or is(m.kind, "payments") end },
    must { "la misura «{name}» ({kind}): il grado attribuito (assessed) è soltanto di assessed, e va tolto", at = "assessed",
      of = function(m) return m.assessed == nil or is(m.kind, "assessed") end },
    must { "la misura «{name}» va da {zero_at}, che vale zero, a {target}: devono essere diversi", at = "zero_at",
      of = function(m)
        return not is(m.kind, "between") or m.zero_at == nil or m.target == nil or not is(m.zero_at, m.target)
      end },
    must { "la misura «{name}» è a gradini: il valore atteso, {target}, dev'essere più di zero", at = "target",
      of = function(m) return not is(m.kind, "steps") or m.target == nil or m.target > 0 end },
    -- Il tempo di pagamento meno il ritardo è la scadenza media: non viene prima della fattura.
    must { "il tempo medio di pagamento della misura «{name}», {measured} giorni, è sotto lo zero: l'anticipo sulla scadenza è un ritardo (delay) con il segno meno", at = "measured",
      of = function(m) return not is(m.kind, "payments") or m.measured == nil or m.measured >= 0 end },
    must { "il tempo medio di ritardo della misura «{name}», {delay} giorni, è più di quello di pagamento, {measured}: le fatture scadrebbero prima di arrivare", at = "delay",
      of = function(m)
        return not is(m.kind, "payments") or m.delay == nil or m.measured == nil or m.delay <= m.measured
      end },
    warn { "il tempo medio di pagamento e quello di ritardo della misura «{name}» sono lo stesso, {measured} giorni: le fatture scadrebbero il giorno in cui arrivano", name = "due-term", at = "delay",
      of = function(m)
        return not is(m.kind, "payments") or m.delay == nil or m.measured == nil or not is(m.delay, m.measured)
      end },
    must { "i dati coprono soltanto il {covered} dell'importo delle fatture: l'obiettivo dei pagamenti non è verificabile", at = "covered",
      of = function(m, s) return m.covered == nil or m.covered >= s.least_coverage end },
    must { "il termine della misura «{name}», {due}, è fuori dal periodo valutato: anche di un obiettivo di più anni si scrive il termine dell'anno", at = "due",
      of = function(m)
        return not is(m.kind, "date") or m.due == nil or (m.due >= period.from and m.due <= period.to)
      end },
    must { "la misura «{name}» è conclusa il {done}, prima che il periodo valutato cominciasse", at = "done",
      of = function(m) return not is(m.kind, "date") or m.done == nil or m.done >= period.from end },
    warn { "la misura «{name}» non ha il giorno in cui è stata conclusa (done): vale come non conclusa, cioè zero; il termine era il {due}", name = "unfinished", at = "done",
      of = function(m) return not is(m.kind, "date") or m.done ~= nil end },
    warn { "l'obiettivo «{name}» non ha un indicatore: il grado è attribuito con una motivazione", name = "indicator", at = "kind",
      of = function(m) return not is(m.kind, "assessed") end },

    -- Una misura è di un obiettivo, e lo stesso di più aree è uno: ogni misura letta, nessuna letta al posto di un'altra.
    objectives = text { title = "Obiettivi che la nominano",
      of = function(m, s)
        local names
        for _, a in ipairs(s.area) do
          for _, o in ipairs(a.objective) do
            if is(o.measure, m) then
              local name = "«"..o.name.."» ("..a.name..")"
              if names == nil then names = name else names = names.." e "..name end
            end
          end
        end
        if names == nil then return "nessuno" end
        return names
      end },
    must { "la misura «{name}» non è di nessun obiettivo: o un obiettivo ne nomina un'altra al suo posto, o è di troppo", at = "name",
      of = function(m, s) return uses(m, s) > 0 end },
    must { "la misura «{name}» è di tempi di pagamento (payments), che sono soltanto dell'obiettivo che nel piano li promette (payment_time): è di {objectives}", at = "kind",
      of = function(m, s) return not is(m.kind, "payments") or is_of_payments(m, s) end },
    must { "una misura è di un obiettivo solo, se nel piano la stessa parola (shared) non dice che è comune: «{name}» è di {objectives}", at = "name",
      of = function(m, s) return one_objective(m, s) or is(count(s.measure), 1) end },
    -- Dove di misure ce n'è una sola non può stare al posto di un'altra: chi misura tutto il piano così lo dice.
    warn { "la misura «{name}» è la sola, per obiettivi diversi: va bene soltanto se tutto il piano si misura così", name = "one-measure", at = "name",
      of = function(m, s) return one_objective(m, s) or not is(count(s.measure), 1) end },

    -- L'indicatore che la legge nomina è il ritardo; i giorni di pagamento contano nel punteggio dell'obiettivo.
    law_met = flag { title = "Obiettivo di legge sui ritardi raggiunto",
      of = function(m, s) return m.delay ~= nil and m.delay <= s.delay_target end },
    part = percent { title = "Parte del valore atteso",
      of = function(m)
        if is(m.kind, "steps") and m.better ~= nil and m.target ~= nil and m.measured ~= nil and m.target > 0 then
          return part_of_target(m.measured, m.target, is_low(m))
        end
        return "0%"
      end },
    achieved = percent { title = "Raggiunto", column = "Raggiunto", max = "100%",
      of = function(m)
        if is(m.kind, "date") and m.due ~= nil then return achieved_by_date(m.done, m.due) end
        if is(m.kind, "assessed") and m.assessed ~= nil then return m.assessed end
        if m.target == nil or m.measured == nil then return "0%" end        -- fermato dalla prima condizione
        if is(m.kind, "between") and m.zero_at ~= nil and not is(m.zero_at, m.target) then
          return achieved_between(m.measured, m.zero_at, m.target)
        end
        if is(m.kind, "steps") then return steps(m.part) end
        if is(m.kind, "payments") then
          return achieved_or_not(reached(m.measured, m.target, true) and m.law_met)
        end
        if m.better == nil then return "0%" end
        return achieved_or_not(reached(m.measured, m.target, is_low(m)))
      end },
  },

  area = list { from = "plan.areas",
    title = "Aree",
    ignore = { "responsible" }, posts = { "segretario comunale", "sindaco", "assessore" },  -- il nome mai accanto a un voto
    name  = text { planned = "title", title = "Area", column = "Area" },
    role  = text { planned = true },
    service = list { from = "services", name = text { planned = "title" } },

    objective = list { from = "objectives",
      title   = "Obiettivi",
      number  = whole  { planned = true },
      name    = text   { planned = "title", title = "Obiettivo", column = "Obiettivo" },
      horizon = choice { { "annual", "annuale" }, { "multi-year", "pluriennale" }, planned = true },
      year    = whole  { planned = true, optional = true, title = "Anno dell'obiettivo annuale" },
      evaluated = whole { of = function() return period.year end },
      must { "l'obiettivo «{name}» è annuale, del {year}, e si valuta il {evaluated}: un obiettivo annuale conta nel suo anno soltanto, e quelli del {evaluated} stanno nel piano di quell'anno, in una cartella nuova", at = "year",
        of = function(o) return o.year == nil or is(o.year, o.evaluated) end },
      must { "l'obiettivo «{name}» è annuale, e nel piano non è detto di quale anno (year)", at = "horizon",
        of = function(o) return is(o.horizon, "multi-year") or o.year ~= nil end },
      must { "l'obiettivo «{name}» è pluriennale e nel piano ha un anno solo, {year}: o è annuale (horizon: annual), o l'anno va tolto", at = "year",
        of = function(o) return is(o.horizon, "annual") or o.year == nil end },
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
          for _, l in ipairs(o.published) do best = most(best, l.level.points) end
          return best
        end },
      -- La proposta, e perché: mai un valore che si usa da solo.
      suggested = text { note = "il nome del livello più alto fra quelli stampati",
        of = function(o)
          local name = o.published[1].level.name
          for _, l in ipairs(o.published) do
            if is(l.level.points, o.highest) then name = l.level.name end
          end
          return name
        end },
      area_highest = points { note = "quanto fa l'area con il più alto di ogni suo obiettivo",
        of = function(o, a) return a.highest end },
      agreement = text { note = "se con il più alto di ogni obiettivo le aree fanno tutte lo stesso",
        of = function(o, a, s)
          if all(s.area, function(b) return is(b.highest, a.highest) end) then return ", come ogni altra area" end
          return ", ma le aree non fanno tutte lo stesso"
        end },
      must { "il livello scelto, {chosen}, non è fra quelli stampati per «{name}»", at = "chosen",
        of = function(o)
          return o.chosen == nil or any(o.published, function(l) return is(l.level, o.chosen) end)
        end },
      must { "manca il livello scelto: proposto «chosen: {suggested}», {highest} punti, il più alto stampato, perché con il più alto di ogni obiettivo l'area fa {area_highest} punti{agreement}; l'obiettivo è «{name}»", at = "name",
        of = function(o) return o.chosen ~= nil end },

      -- Un obiettivo sui pagamenti che non è assegnato («off») non pesa e non si misura.
      assigned = flag { title = "Assegnato",
        of = function(o, a, s) return o.payment_time == nil or not is(s.timeliness, "off") end },
      measure = ref { to = "organization.measure", title = "Misura", column = "Misura" },
      must { "il piano promette {payment_time} giorni di pagamento, la misura dice altro", at = "payment_time",
        of = function(o)
          if o.payment_time == nil or not o.assigned then return true end
          return is(o.measure.kind, "payments") and is(o.measure.target, o.payment_time)
        end },

      -- Ciò che le aree hanno in comune si misura una volta; i pagamenti lo sono sempre.
      must { "nessun obiettivo di un'altra area ha nel piano «shared: {shared}»: o la parola è scritta male, o l'obiettivo non è comune e va tolta; è «{name}»", at = "shared",
        of = function(o, a, s)
          return o.shared == nil or any(s.area, function(b)
            return not is(b, a) and any(b.objective, function(q) return same_word(o, q) end)
          end)
        end },
      must { "un obiettivo comune a più aree si misura una volta: qui la misura è «{measure}», in un'altra area è un'altra; l'obiettivo è «{name}»", at = "measure",
        of = function(o, a, s)
          return all(s.area, function(b)
            return all(b.objective, function(q)
              local common = same_word(o, q) or (o.payment_time ~= nil and q.payment_time ~= nil)
              return not common or is(q.measure, o.measure)
            end)
          end)
        end },

      payment_most = number { of = function(o, a, s) return s.payment_most end },
      must { "il piano promette {payment_time} giorni di pagamento, più dell'obiettivo nazionale: {payment_most}", at = "payment_time",
        of = function(o) return o.payment_time == nil or o.payment_time <= o.payment_most end },

      weight = points { title = "Peso", column = "Peso",
        unless = {
          { function(o) return not o.assigned end, "la tempestività dei pagamenti non è assegnata" },
        },
        of = function(o)
          if o.chosen == nil then return 0 end                            -- fermato dalla condizione
          return o.chosen.points
        end },
      achieved = percent { title = "Raggiunto", column = "Raggiunto",
        of = function(o) return o.measure.achieved end },
      score = points { title = "Punti", column = "Punti", of = function(o) return o.weight * o.achieved end },
    },

    highest = points { note = "il più alto dei livelli stampati di ogni obiettivo",
      of = function(a) return sum(a.objective, "highest") end },
    weight = points  { title = "Peso degli obiettivi", column = "Peso",
      of = function(a) return sum(a.objective, "weight") end },
    score  = points  { title = "Punti degli obiettivi", column = "Punti",
      of = function(a) return sum(a.objective, "score") end },
    performance = percent { title = "Prestazione dell'area", column = "Prestazione",
      of = function(a) return a.score / a.weight end },

    payments_share = percent { title = "Peso dei pagamenti sugli obiettivi", column = "Pagamenti",
      note = "la legge vuole il 30 % della retribuzione di risultato, non degli obiettivi: sono due cose diverse",
      of = function(a)
        return sum(a.objective, "weight", function(o) return o.payment_time ~= nil end) / a.weight
      end },
    -- Uno, qualunque sia timeliness: un payment_time che manca nel piano non deve passare inosservato.
    payment_objectives = number { note = "quanti obiettivi dell'area promettono un tempo di pagamento",
      of = function(a) return count(a.objective, function(o) return o.payment_time ~= nil end) end },
    must { "l'area {name} ha {payment_objectives} obiettivi sulla tempestività dei pagamenti (payment_time nel piano): dev'essere uno", at = "name",
      of = function(a) return is(a.payment_objectives, 1) end },
    law_met = flag { title = "Obiettivo di legge sui ritardi raggiunto",
      of = function(a)
        return any(a.objective, function(o)
          return o.payment_time ~= nil and o.measure.law_met
        end)
      end },

    law = text { title = "Obiettivo di legge sui ritardi", column = "Legge",
      of = function(a, s)
        if is(s.timeliness, "off") then return "non assegnato" end
        if a.law_met then return "sì" end
        return "no"
      end },

    -- Chi ne risponde: un ufficio, con i suoi giorni. Ad interim è chi copre anche quest'area: la posizione è di quest'area.
    head = list {
      title    = "Responsabile",
      name     = text    { title = "Incarico", column = "Incarico" },
      from     = date    { title = "Dal" },
      to       = date    { title = "Al" },
      assigned = date    { title = "Obiettivi assegnati il" },
      post     = choice  { { "holder", "titolare" }, { "interim", "ad interim" },
        title = "Titolare o ad interim", column = "Copertura",
        note  = "holder: titolare; interim: ad interim, con la sua percentuale (interim)" },
      interim  = percent { title = "Percentuale per l'interim, sulla posizione dell'incarico coperto", optional = true },
      interim_least = percent { title = "Interim, almeno", of = function(h, a, s) return s.interim_least end },
      interim_most  = percent { title = "Interim, al più", of = function(h, a, s) return s.interim_most end },
      position = money   { title = "Retribuzione di posizione dell'incarico; ad interim, dell'incarico coperto" },
      covers   = choice  { { "year", "l'anno intero" }, { "period", "i soli giorni dell'incarico" },
        title = "La retribuzione di posizione vale per",
        note  = "year: si riduce ai giorni dell'incarico; period: è già soltanto di quei giorni, e non si riduce un'altra volta" },
      yearly   = money   { title = "Retribuzione di posizione per l'anno intero", round = "cent",
        of = function(h) return per_year(h, 0) end },
      yearly_from = money { title = "Per l'anno intero, non meno di", of = function(h) return per_year(h, "-0.005") end },
      yearly_to   = money { title = "Per l'anno intero, non più di", of = function(h) return per_year(h, "0.005") end },
      kind     = choice  { "ordinary", "reduced", default = "ordinary", title = "Specie dell'incarico",
        note = "ordinary: i limiti ordinari; reduced: quelli dell'art. 16 c. 4 del CCNL 16.11.2022" },
      least    = money   { title = "Posizione, almeno",
        of = function(h, a, s)
          if is(h.kind, "reduced") then return s.reduced_least end
          return s.position_least
        end },
      most     = money   { title = "Posizione, al più",
        of = function(h, a, s)
          if is(h.kind, "reduced") then return s.reduced_most end
          return s.position_most
        end },
      behaviour = sheet  { title = "Comportamenti", marks = to_confirm(marks, "la scala dei voti è "..unpublished), because = "required",
        criteria = to_confirm({
          { id = "squadra",     title = "Fare squadra" },
          { id = "condivisione", title = "Condivisione degli obiettivi dell'Amministrazione" },
          { id = "oltre",       title = "Comportamenti oltre la prestazione dovuta, per il funzionamento del Comune e il clima di lavoro" },
        }, "i criteri sono quelli del piano, i loro pesi no: qui contano tutti lo stesso") },

      served = number { title = "Parte dell'anno", column = "Anno",
        of = function(h, a, s) return is_all_year(h.from, h.to) and 1 or part_of_year(h.from, h.to, s.year_days) end },
      score  = percent { title = "Punteggio", column = "Punteggio", max = "100%",
        of = function(h, a, s)
          return a.performance * s.objectives_weight + mean(h.behaviour) / s.best_mark * s.behaviour_weight
        end },
      full   = money { title = "Risultato intero", column = "Intero",
        of = function(h, a, s)
          local position = h.position
          if is(h.covers, "year") then position = h.position * h.served end
          if is(h.post, "holder") then return position * s.full_rate end
          if h.interim == nil then return 0 end                           -- fermato dalla condizione
          return position * h.interim
        end },
      pay    = money { title = "Retribuzione di risultato", column = "Importo", payable = true, round = "cent",
        increasing = { "behaviour", "position" },
        unless = {
          { function(h) return assigned_late(h.assigned, h.from) end,
            "obiettivi assegnati il {assigned}, non prima dell'inizio dell'incarico" },
        },
        of = function(h, a, s)
          if is(s.timeliness, "blocking") then
            return pay_with_timeliness(h.full, s.timeliness_weight, a.law_met, h.score)
          end
          return h.full * h.score
        end },

      must { "l'incarico {name} è fuori dall'anno valutato: {from} – {to}", at = "from",
        of = function(h) return h.from >= period.from and h.to <= period.to and h.from <= h.to end },
      must { "l'incarico {name}, dal {from} al {to}, si sovrappone a un altro della stessa area: l'area ha un responsabile per volta", at = "from",
        of = function(h, a)
          return all(a.head, function(k)
            return is(k, h) or is(overlap_days(h.from, h.to, k.from, k.to), 0)
          end)
        end },
      must { "l'incarico di {name} è del solo {from}, che su 365 giorni non si conta: da una retribuzione di posizione di quel solo giorno (covers: period) non si ricava quella dell'anno, e si scrive quella dell'anno (covers: year)", at = "covers",
        of = function(h, a, s) return not no_year(h, s) end },
      warn { "l'incarico di {name} è del solo {from}, che su 365 giorni non si conta: la sua retribuzione di risultato è zero", name = "leap-day-head", at = "from",
        of = function(h, a, s) return is(h.covers, "period") or not only_leap_day(h, s) end },
      must { "la retribuzione di posizione di {name}, {yearly} per l'anno intero, è fuori dai limiti nazionali, da {least} a {most}", at = "position",
        of = function(h, a, s) return no_year(h, s) or (h.yearly_to >= h.least and h.yearly_from <= h.most) end },
      -- Il posto è lo stesso anche per chi lo copre ad interim; cambia la sua retribuzione soltanto se si pesa di nuovo.
      first        = text  { title = "Il primo incarico dell'area", of = function(h, a) return a.head[1].name end },
      first_yearly = money { title = "La sua posizione per l'anno intero", of = function(h, a) return a.head[1].yearly end },
      warn { "per l'anno intero la retribuzione di posizione di {name} è {yearly}, quella di {first} {first_yearly}: il posto è uno, e se nell'anno ha cambiato peso va detto", name = "position", at = "position",
        of = function(h, a, s)
          return no_year(h, s) or no_year(a.head[1], s)
            or (h.yearly_to >= a.head[1].yearly_from and h.yearly_from <= a.head[1].yearly_to)
        end },
      must { "{name} è ad interim (post: interim): manca la sua percentuale (interim), da {interim_least} a {interim_most} della posizione coperta", at = "post",
        of = function(h) return is(h.post, "holder") or h.interim ~= nil end },
      must { "{name} è titolare (post: holder) e ha una percentuale dell'interim, {interim}: o è ad interim, o la percentuale va tolta", at = "interim",
        of = function(h) return is(h.post, "interim") or h.interim == nil end },
      must { "l'interim di {name}, {interim}, è fuori dai limiti nazionali, da {interim_least} a {interim_most}", at = "interim",
        of = function(h)
          return h.interim == nil or (h.interim >= h.interim_least and h.interim <= h.interim_most)
        end },
    },
    pay = money { title = "Retribuzioni di risultato", column = "Importo", payable = true, round = "cent",
      of = function(a) return sum(a.head, "pay") end },
    position = money { title = "Retribuzione di posizione dell'area", round = { step = "0.01", mode = "up" },
      note = "una volta per area, per l'anno intero, anche se i responsabili si succedono, titolari o ad interim: il posto è uno; se nell'anno ha cambiato peso (avviso position) vale la somma più alta; di ciò che è dei soli giorni, la più bassa al centesimo che li dà",
      of = function(a)
        local highest = 0
        for _, h in ipairs(a.head) do highest = most(highest, h.yearly_from) end
        return highest
      end },
  },

  positions = money { title = "Retribuzioni di posizione",
    of = function(s) return sum(s.area, "position") end },
  least_fund = money { title = "Fondo minimo del risultato", round = { step = "0.01", mode = "up" },
    of = function(s) return least_result_fund(s.positions, s.least_fund_share) end },
  pay = money { title = "Totale dei responsabili", payable = true, round = "cent",
    of = function(s) return sum(s.area, "pay") end },

  must { "il periodo valutato non è un anno intero",
    of = function() return is_whole_year() end },
  must { "il peso degli obiettivi ({objectives_weight}) e quello dei comportamenti ({behaviour_weight}) insieme fanno 100 %",
    of = function(s) return is(s.objectives_weight + s.behaviour_weight, "100%") end },
  must { "il fondo del risultato {result_fund} è meno del minimo nazionale {least_fund}: dev'essere almeno il {least_fund_share} di posizioni e risultato insieme, e le posizioni per l'anno intero sono {positions}", at = "result_fund",
    of = function(s) return s.result_fund >= s.least_fund end },
  must { "le retribuzioni di risultato {pay} superano il fondo {result_fund}", at = "result_fund",
    of = function(s) return s.pay <= s.result_fund end },
  warn { "la tempestività dei pagamenti è «{timeliness}»: la circolare RGS 1/2024 vuole che, mancato l'obiettivo, la sua parte non si paghi", name = "timeliness",
    of = function(s) return is(s.timeliness, "blocking") end },
}
