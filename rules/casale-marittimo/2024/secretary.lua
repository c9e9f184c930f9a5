-- Il segretario comunale in convenzione, anno 2024.
use "lib/convention"
use "lib/caps"
use "lib/objectives"
use "lib/periods"
use "national/secretary"
use "national/secretary_raised"
use "national/salary_items"
use "national/convention_supplement"
use "national/deed_fees"

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

-- Quanto conta il limite più alto, secondo la parte del periodo in cui la sua condizione dura. Chi legge che per un giorno
-- solo vale tutto l'anno scrive  give = 1  anche nella seconda riga.
local raised_year = bands "raised_year" {
  title  = "Quanto conta il limite più alto",
  source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2-bis: finché dura la condizione",
  {            to = 0,    give = 0 },
  { above = 0, below = 1, give = to_confirm(function(part) return part end,
    "il limite più alto vale finché la condizione dura; come si conti l'anno in cui dura una parte non è detto: qui in proporzione ai giorni") },
  { from = 1,              give = 1 },
}

local marks = { 4, 6, 8, 10 }

-- Che cosa fa una voce nella base della retribuzione aggiuntiva.
local add, leave = { "add", "si somma" }, { "leave", "non conta" }

return subject {
  title = "Segretario comunale in convenzione",

  reading = choice { { "own share", "fascia sulla quota dell'ente" }, { "whole base", "fascia su tutta la parte comune" },
    value = "own share", title = "Lettura del limite di convenzione",
    source = "PIAO 2024/2026, All. A1: «nel limite massimo percentuale rapportato alla quota»",
    note   = "Le due letture: percentuale di fascia sulla quota dell'ente, oppure su tutta la parte comune e non oltre il limite per la quota. Il testo pubblicato dice la prima." },
  valuation = choice { { "own", "ogni Comune con il voto del suo Sindaco" }, { "mean", "la media semplice" },
      { "weighted", "la media pesata con le quote" }, value = "own",
    title  = "Voto",
    source = "PIAO 2024/2026, All. A1: «ogni Sindaco del Comune associato provvede a valutare e a determinare la percentuale»" },
  payment = choice { { "each", "ogni Comune paga la sua parte" }, { "lead", "il capofila paga, gli altri rimborsano" },
      value = "each",
    title  = "Pagamento",
    source = "PIAO 2024/2026, All. A1: «verrà effettuata da ogni singolo Comune associato»" },
  maximum = choice { { "none", "nessuno" }, { "euros", "l'importo scritto per ogni Comune" }, value = "none",
    title = "Massimo per Comune",
    note  = "Il piano non ne ha; l'importo di ogni Comune è most_paid." },
  ordinary_ceiling = percent { dated = secretary_ceiling, by = "period end", title = "Limite nazionale" },
  raised_ceiling   = percent { dated = secretary_raised_ceiling, by = "period end", title = "Limite nazionale più alto" },

  timeliness_in_sheets = flag { value = false,
    title  = "Le schede hanno un obiettivo sulla tempestività dei pagamenti",
    source = "D.L. 13/2023 art. 4-bis c. 2" },

  -- Le tabelle delle voci non hanno date: se per quest'anno valgono lo dicono queste righe, e fuori è un errore.
  salary_items_valid     = text { dated = salary_items_valid, by = "period end" },
  supplement_items_valid = text { dated = supplement_items_valid, by = "period end" },
  deed_fee_items_valid   = text { dated = deed_fee_items_valid, by = "period end" },

  targets_in_sheets = flag { value = false,
    title  = "Gli indicatori delle schede hanno un valore atteso",
    source = "Corte conti Emilia-Romagna 46/2020: obiettivi specifici e misurabili, oltre l'attività ordinaria" },

  item = list {
    title  = "Voci pagate nell'anno",
    name   = text   { title = "Voce", column = "Voce" },
    kind   = choice { { "tabellare", "tabellare" }, { "iis", "indennità integrativa speciale" },
                      { "ria", "retribuzione individuale di anzianità" }, { "maturato", "maturato economico" },
                      { "posizione", "posizione" }, { "maggiorazione", "maggiorazione della posizione" },
                      { "galleggiamento", "galleggiamento, oltre la posizione" },
                      { "vacanza_contrattuale", "indennità di vacanza contrattuale" }, { "convenzione", "sedi convenzionate" },
                      { "diritti", "diritti di segreteria" },
                      { "diritti_altrove", "diritti di un Comune fuori dalla convenzione" },
                      { "risultato_precedente", "risultato dell'anno prima" },
                      { "reggenza", "reggenza o scavalco" }, { "rimborso", "rimborso spese" },
                      { "familiari", "nucleo familiare" }, { "mensa", "mensa" },
                      { "trasferimento", "trasferimento" }, { "equo_indennizzo", "equo indennizzo" },
                      { "arretrati", "arretrati" }, title = "Specie", column = "Specie",
      note = "le voci non si sovrappongono: la posizione si scrive senza la maggiorazione e senza il galleggiamento, che hanno ognuno la sua voce" },
    payer  = ref    { to = "secretary.municipality", optional = true,
                      title = "Comune a cui appartiene da solo; manca se è comune a tutti",
                      note  = "per i diritti di segreteria (diritti) è il Comune che li ha incassati, e si scrive sempre" },
    elsewhere = text { title = "Comune fuori dalla convenzione", optional = true,
                       note = "di una reggenza o di diritti che non sono della convenzione: il suo nome, lo stesso in ogni voce" },
    paid   = whole  { title = "Anno in cui è pagata" },
    amount = money  { title = "Importo", column = "Importo" },
    answer = choice { { "yes", "sì" }, { "no", "no" }, optional = true, title = "Entra nel monte salari: sì o no" },
    because = text  { optional = true, title = "Motivo" },

    standing = choice { { "yes", "sì" }, { "no", "no" }, { "ask", "va detto" }, keyed = salary_items, by = "kind",
                        title = "Secondo la tabella" },
    counted  = flag { title = "Conta",
      of = function(i)
        if i.answer ~= nil then return is(i.answer, "yes") end
        return is(i.standing, "yes")
      end },
    base = money { title = "Nel monte salari", column = "Conta",
      of = function(i)
        if i.counted then return i.amount end
        return 0
      end },
    shared = money { title = "Nella parte comune",
      of = function(i)
        if i.payer ~= nil then return 0 end
        return i.base
      end },
    -- Si cerca soltanto nella lettura dichiarata: ciò che un'altra ha da confermare non sospende niente.
    in_supplement = choice { add, leave, title = "Nella base della retribuzione aggiuntiva",
      of = function(i, s)
        if is(s.supplement_reading, "ministry") then return supplement_items(i.kind, "ministry") end
        if is(s.supplement_reading, "opinion") then return supplement_items(i.kind, "opinion") end
        return supplement_items(i.kind, "aran")
      end },
    supplement_base = money {
      of = function(i)
        if is(i.in_supplement, "add") then return i.amount end
        return 0
      end },
    in_fifth = choice { { "yes", "sì" }, { "no", "no" }, keyed = deed_fee_items, by = "kind" },

    must { "la voce «{name}» è di diritti di segreteria, che sono del Comune che li ha incassati e non si dividono con le quote: quale sia va scritto (payer)", at = "kind",
      of = function(i) return not is(i.kind, "diritti") or i.payer ~= nil end },
    -- Il quinto dei diritti è sullo stipendio di tutti i Comuni, e così i diritti: ciò che si paga fuori dalla convenzione
    -- alza il limite soltanto se si scrivono anche i diritti incassati lì.
    must { "la voce «{name}» ({kind}) non dice di quale Comune è: se è della convenzione si scrive payer, se è fuori elsewhere, con il suo nome", at = "kind",
      of = function(i) return not is(i.kind, "reggenza") or i.payer ~= nil or i.elsewhere ~= nil end },
    must { "la voce «{name}» ({kind}) non dice di quale Comune fuori dalla convenzione è: si scrive elsewhere, con il suo nome", at = "kind",
      of = function(i) return not is(i.kind, "diritti_altrove") or i.elsewhere ~= nil end },
    must { "la voce «{name}» è di {elsewhere}, fuori dalla convenzione, e insieme di un Comune della convenzione ({payer}): uno dei due va tolto", at = "elsewhere",
      of = function(i) return i.elsewhere == nil or i.payer == nil end },
    must { "la voce «{name}» ({kind}): il Comune fuori dalla convenzione, {elsewhere}, si guarda soltanto di reggenza e diritti_altrove, e va tolto", at = "elsewhere",
      of = function(i) return i.elsewhere == nil or is(i.kind, "reggenza") or is(i.kind, "diritti_altrove") end },
    must { "la voce «{name}» dice fuori dalla convenzione {elsewhere}, che ne fa parte: si scrive payer, e i suoi diritti sono diritti", at = "elsewhere",
      of = function(i, s)
        return i.elsewhere == nil or not any(s.municipality, function(m) return is(m.name, i.elsewhere) end)
      end },
    must { "la voce «{name}» è pagata da {elsewhere} e alza il limite dei diritti di rogito, che sono quelli di tutti i Comuni: vanno scritti anche i diritti incassati lì (kind: diritti_altrove, elsewhere: {elsewhere}), anche se sono 0.00", at = "kind",
      of = function(i, s)
        return not is(i.kind, "reggenza") or i.elsewhere == nil or any(s.item, function(j)
          return is(j.kind, "diritti_altrove") and j.elsewhere ~= nil and is(j.elsewhere, i.elsewhere)
        end)
      end },
    must { "la voce «{name}» va detta: entra nel monte salari (answer: yes o no) e perché (because)", at = "kind",
      of = function(i) return not is(i.standing, "ask") or (i.answer ~= nil and i.because ~= nil) end },
    must { "la voce «{name}» è contro la tabella nazionale: serve il motivo (because)", at = "kind",
      of = function(i)
        return i.answer == nil or is(i.standing, "ask") or i.because ~= nil
      end },
    must { "la voce «{name}» è pagata nel {paid}: il monte salari è di ciò che si paga nell'anno valutato", at = "paid",
      of = function(i) return is(i.paid, period.year) end },
  },

  -- Quanto vale il 25 % per le sedi convenzionate secondo la lettura scelta, accanto a quanto si è pagato.
  supplement_reading = choice { { "aran", "ARAN" }, { "ministry", "Ministero" }, { "opinion", "parere del 2025" }, value = "aran",
    title = "Base della retribuzione aggiuntiva", source = "ARAN AFL4, AFL5; il Ministero; un parere del 2025" },
  supplement_rate = percent { dated = convention_supplement, by = "period end", title = "Retribuzione aggiuntiva per le sedi convenzionate" },
  supplement_due  = money { title = "Retribuzione aggiuntiva secondo la lettura scelta", round = "cent",
    of = function(s) return sum(s.item, "supplement_base") * s.supplement_rate end },
  supplement_paid = money { title = "Retribuzione aggiuntiva pagata",
    of = function(s) return sum(s.item, "amount", function(i) return is(i.kind, "convenzione") end) end },
  must { "la retribuzione aggiuntiva pagata, {supplement_paid}, è più del {supplement_rate} che spetta, {supplement_due} con la base secondo la lettura «{supplement_reading}»: ciò che è in più non spetta e non alza il monte salari; o la lettura da dichiarare è un'altra (supplement_reading)",
    of = function(s) return s.supplement_paid <= s.supplement_due end },
  warn { "la retribuzione aggiuntiva pagata, {supplement_paid}, è meno di quella che spetta secondo la lettura «{supplement_reading}», {supplement_due}", name = "supplement",
    of = function(s) return s.supplement_paid >= s.supplement_due end },

  deed_limit_rate = percent { dated = deed_fee_limit, by = "period end", title = "Limite dei diritti di rogito" },
  deed_fees  = money { title = "Diritti di segreteria pagati in tutti i Comuni",
    of = function(s)
      return sum(s.item, "amount", function(i) return is(i.kind, "diritti") or is(i.kind, "diritti_altrove") end)
    end },
  deed_limit = money { title = "Limite dei diritti: un quinto dello stipendio in tutti i Comuni",
    of = function(s)
      return sum(s.item, "amount", function(i) return is(i.in_fifth, "yes") end) * s.deed_limit_rate
    end },
  must { "i diritti di segreteria {deed_fees}, di tutti i Comuni, superano il quinto dello stipendio in quegli stessi Comuni: {deed_limit}",
    of = function(s) return s.deed_fees <= s.deed_limit end },
  common = money { title = "Parte comune del monte salari",
    of = function(s) return sum(s.item, "shared") end },

  municipality = list {
    title = "Comuni della convenzione",

    name      = text    { title = "Comune", column = "Comune" },
    share     = percent { title = "Quota di partecipazione alla spesa", column = "Quota", sum = "100%" },
    raised    = choice  { { "no", "nessuna" }, { "dirigenza", "ente con dirigenza" },
        { "posto apicale vacante", "posto apicale vacante, coperto dal segretario" },
        { "unione", "segretario di un'Unione" }, { "calamità", "calamità naturale" }, default = "no",
      title  = "Condizione del Comune per il limite più alto",
      source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2-bis: finché dura" },
    raised_from = date  { title = "La condizione dura dal", optional = true,
      note = "se c'è una condizione si scrivono i suoi giorni, anche di altri anni: contano quelli del periodo valutato" },
    raised_to   = date  { title = "La condizione dura fino al", optional = true,
      note = "se dura ancora, l'ultimo giorno dell'anno" },
    lead      = flag    { title = "Capofila", default = false },
    most_paid = money   { title = "Massimo in euro, se la lettura del massimo lo vuole", optional = true },
    assigned  = date    { title = "Obiettivi assegnati il" },
    results   = sheet   { title = "Risultati", from = "plan.secretary.results", marks = marks, because = "required" },
    behaviour = sheet   { title = "Comportamento", from = "plan.secretary.behaviour", marks = marks, because = "required" },

    results_total   = points { title = "Punteggio dei risultati", column = "Risultati", max = 50,
      of = function(m) return sum(m.results) end },
    behaviour_total = points { title = "Punteggio del comportamento", column = "Comport.", max = 50,
      of = function(m) return sum(m.behaviour) end },
    total   = points  { title = "Punteggio", column = "Totale", max = 100,
      of = function(m) return m.results_total + m.behaviour_total end },
    mark    = points  { of = function(m) return m.total end },
    used    = points  { title = "Voto che vale", max = 100,
      of = function(m, s) return convention_mark(s.valuation, m, s.municipality) end },
    percent = percent { title = "Percentuale di fascia", column = "Fascia",
      bands = result_pay, by = "used" },

    own  = money { title = "Parte propria: diritti di segreteria e altre voci",
      of = function(m, s) return sum(s.item, "base", function(i) return i.payer ~= nil and is(i.payer, m) end) end },
    part  = money { title = "La sua parte di ciò che è comune",
      of = function(m, s) return s.common * m.share end },
    base  = money { title = "Base del Comune", of = function(m) return m.part + m.own end },
    which_ceiling = choice { { "ordinary", "quello di tutti" }, { "raised", "quello più alto" },
      keyed = secretary_raised_cases, by = "raised", title = "Limite nazionale che vale" },
    must { "{name} ha una condizione per il limite più alto, {raised}: mancano i giorni in cui dura (raised_from e raised_to)", at = "raised",
      of = function(m) return is(m.which_ceiling, "ordinary") or (m.raised_from ~= nil and m.raised_to ~= nil) end },
    must { "{name} ha i giorni di una condizione per il limite più alto, e nessuna condizione (raised): o si scrive quale, o i giorni vanno tolti", at = "name",
      of = function(m) return is(m.which_ceiling, "raised") or (m.raised_from == nil and m.raised_to == nil) end },
    must { "la condizione di {name}, dal {raised_from} al {raised_to}, non dura nemmeno un giorno del periodo valutato", at = "raised_from",
      of = function(m)
        return m.raised_from == nil or m.raised_to == nil
          or (m.raised_from <= m.raised_to and m.raised_from <= period.to and m.raised_to >= period.from)
      end },
    raised_part = number { title = "Parte del periodo in cui la condizione dura", max = 1,
      of = function(m)
        if m.raised_from == nil or m.raised_to == nil then return 0 end      -- se deve esserci lo dice la condizione
        return overlap_days(m.raised_from, m.raised_to, period.from, period.to) / days(period.from, period.to)
      end },
    raised_counted = number { title = "Quanto conta il limite più alto", bands = raised_year, by = "raised_part" },
    ceiling = percent { title = "Limite sul monte salari",
      of = function(m, s)
        if is(m.which_ceiling, "ordinary") then return s.ordinary_ceiling end
        return s.ordinary_ceiling + (s.raised_ceiling - s.ordinary_ceiling) * m.raised_counted
      end },
    limit = money { title = "Limite del Comune",
      source = "PIAO 2024/2026, All. A1: limite in proporzione alla quota; la parte propria per intero",
      of = function(m) return m.ceiling * m.base end },
    due   = money { title = "Importo secondo la fascia",
      of = function(m, s)
        if is(s.reading, "whole base") then
          return due_on_whole_base(m.percent, m.ceiling, s.common, m.part, m.own)
        end
        return m.base * m.percent
      end },
    must { "a {name} manca il massimo in euro (most_paid), che la lettura del massimo richiede",
      of = function(m, s) return is(s.maximum, "none") or m.most_paid ~= nil end },
    must { "{name} ha un massimo in euro, {most_paid}, che con la lettura «nessuno» del massimo non si guarda", at = "most_paid",
      of = function(m, s) return is(s.maximum, "euros") or m.most_paid == nil end },
    must { "{name} ha una quota di {share}: chi non ha una quota non fa parte della convenzione, e in una media il suo voto conterebbe; si scrive la sua quota, o si toglie", at = "share",
      of = function(m) return m.share > 0 end },
    must { "{name} è detto capofila (lead), che con la lettura dichiarata del pagamento, ognuno la sua parte, non si guarda: o si toglie, o la lettura è un'altra (payment)", at = "lead",
      of = function(m, s) return is(s.payment, "lead") or not m.lead end },
    owed  = money { title = "A carico del Comune", round = "cent",
      unless = {
        { function(m) return assigned_late(m.assigned, period.from) end,
          "obiettivi assegnati il {assigned}, non prima dell'inizio del periodo" },
      },
      of = function(m, s)
        if is(s.maximum, "euros") then return capped(least(m.due, m.limit), m.most_paid) end
        return least(m.due, m.limit)
      end },
    pay   = money { title = "Retribuzione di risultato", column = "Importo",
      payable = true, round = "cent", increasing = { "results", "behaviour", "share" },
      of = function(m, s) return paid_out(s.payment, m, s.municipality, "owed") end },
    refund = money { title = "Rimborsato al capofila",
      of = function(m, s) return refunded(s.payment, m, "owed") end },

    payable_limit = money { title = "Limite del Comune in centesimi", round = "cent",
      of = function(m) return m.limit end },
  },

  refund = money { title = "Totale dei rimborsi al capofila",
    of = function(s) return sum(s.municipality, "refund") end },
  must { "se il capofila paga per tutti (lead), dev'essere uno solo",
    of = function(s)
      return is(s.payment, "each") or is(count(s.municipality, function(m) return m.lead end), 1)
    end },
  pay   = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.municipality, "pay") end },
  limit = money { title = "Limite complessivo",
    of = function(s) return sum(s.municipality, "payable_limit") end },
  limit_difference = money {
    note = "quanto il limite complessivo, somma di limiti in centesimi, si scosta da quello esatto",
    of = function(s) return s.limit - sum(s.municipality, "limit") end },

  must { "il totale {pay} supera il limite complessivo {limit}",
    of = function(s) return s.pay <= s.limit end },
  warn { "gli indicatori delle schede non hanno un valore atteso: l'attività ordinaria non è un obiettivo specifico, e una relazione finale non basta (Corte conti Emilia-Romagna 46/2020)", name = "ordinary",
    of = function(s) return s.targets_in_sheets end },
  warn { "le schede del segretario non hanno un obiettivo sulla tempestività dei pagamenti, che la legge vuole per chi ne risponde", name = "sheets",
    of = function(s) return s.timeliness_in_sheets end },
}
