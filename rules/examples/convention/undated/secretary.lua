-- Tre letture in tre parole: chi valuta, chi paga, se c'è un massimo in euro. Si cambia la parola, non la
-- formula.
-- Chi ha un pacchetto in cui le quote valgono per tutto l'anno, e una convenzione che cambia dentro l'anno, copia i cinque
-- pezzi segnati qui sotto e sul posto scrive soltanto ciò che il segno dice: a metà non si carica, o una condizione ferma.
use "lib/convention"
use "lib/caps"
-- Pezzo 1 di 5, le librerie.
use "lib/calendar"
use "lib/convention_periods"
use "lib/months"
-- Fine del pezzo 1.

-- Le medie dei voti cadono fra due fasce: qui la fascia di sotto arriva fino alla successiva.
local result_pay = bands "result_pay" {
  title  = "Retribuzione di risultato",
  source = "Tabella inventata",
  gaps   = "reach up",
  { from =  0, to =  59, give = "0%"  },
  { from = 60, to =  79, give = "5%"  },
  { from = 80, to =  89, give = "8%"  },
  { from = 90, to = 100, give = "10%" },
}

return subject {
  title = "Segretario in convenzione",

  valuation = choice { { "own", "di ogni Comune, del suo Sindaco" }, { "mean", "media semplice" },
    { "weighted", "media pesata con le quote" }, value = "own", title = "Voto" },
  payment = choice { { "each", "ogni Comune la sua parte" }, { "lead", "il capofila tutto, gli altri lo rimborsano" },
    value = "each", title = "Pagamento" },
  maximum = choice { { "none", "nessuno" }, { "euros", "l'importo scritto per ogni Comune" },
    value = "none", title = "Massimo per Comune" },

  -- Pezzo 2 di 5, una cella del soggetto.
  counting = choice { { "actual", "in giorni veri" }, { "365", "in giorni, su 365" }, { "months", "in mesi" }, value = "actual", title = "Come si conta l'anno",
    note = "actual: i giorni veri, 366 negli anni bisestili; 365: il 29 febbraio non si conta; months: dodicesimi, e ogni periodo è di mesi interi." },
  -- Fine del pezzo 2.

  -- Le voci pagate nell'anno. «year»: vale per l'anno intero, e si divide con le quote di tutto l'anno;
  -- «period»: è già soltanto dei giorni da from a to, e si divide con le quote di quei giorni.
  item = list {
    title = "Voci pagate nell'anno",

    name   = text   { title = "Voce", column = "Voce" },
    amount = money  { title = "Importo pagato", column = "Importo" },
    -- Pezzo 3 di 5, nelle voci pagate.
    covers = choice { { "year", "l'anno intero" }, { "period", "i suoi giorni" }, title = "Vale per", column = "Vale per" },
    from   = date   { title = "Dal", optional = true },
    to     = date   { title = "Al", optional = true },

    must { "la voce «{name}» è di una parte dell'anno: mancano i giorni (from e to)", at = "covers",
      of = function(i) return is(i.covers, "year") or i.from ~= nil or i.to ~= nil end },
    must { "la voce «{name}» ha un giorno solo, from o to: si scrivono tutti e due, o nessuno se vale per l'anno", at = "from",
      of = function(i) return (i.from == nil and i.to == nil) or (i.from ~= nil and i.to ~= nil) end },
    must { "la voce «{name}» va dal {from} al {to}: il primo giorno viene dopo l'ultimo", at = "from",
      of = function(i) return i.from == nil or i.to == nil or i.from <= i.to end },
    must { "i giorni della voce «{name}» non stanno nell'anno: {from} – {to}", at = "from",
      of = function(i)
        if i.from == nil or i.to == nil then return true end
        return i.from >= period.from and i.to <= period.to
      end },
    must { "i giorni della voce «{name}», {from} – {to}, non sono di mesi interi e passano da un periodo all'altro: in dodicesimi (months) non si possono dividere", at = "from",
      of = function(i, s)
        if not is(s.counting, "months") or is(i.covers, "year") or i.from == nil or i.to == nil or i.from > i.to then return true end
        return is_in_one_period(s.period, i.from, i.to) or not is_whole_year() or whole_months(i.from, i.to) ~= nil
      end },
    warn { "la voce «{name}» è pagata dal {from} al {to} e vale per l'anno («year»): con i giorni si ridurrebbe due volte", name = "paid-days", at = "covers",
      of = function(i)
        if is(i.covers, "period") or i.from == nil or i.to == nil then return true end
        return is(i.from, period.from) and is(i.to, period.to)
      end },
    -- Fine del pezzo 3.
  },
  common = money { title = "Parte comune della base", of = function(s) return sum(s.item, "amount") end },

  municipality = list {
    title = "Comuni della convenzione",

    name  = text    { title = "Comune", column = "Comune" },
    lead  = flag    { title = "Capofila", default = false },
    mark  = points  { title = "Voto del Sindaco", column = "Voto", max = 100 },
    fees  = money   { title = "Diritti del Comune" },
    most_paid = money { title = "Massimo in euro", optional = true },

    must { "a {name} manca il massimo in euro (most_paid), che la lettura del massimo richiede",
      of = function(m, s) return is(s.maximum, "none") or m.most_paid ~= nil end },
    must { "{name} ha un massimo in euro, {most_paid}, che con la lettura «nessuno» del massimo non si guarda", at = "most_paid",
      of = function(m, s) return is(s.maximum, "euros") or m.most_paid == nil end },
    -- Pezzo 4 di 5, nei Comuni, al posto della quota scritta e della sua parte. «amount» è la cella della voce che si divide.
    share   = percent { title = "Quota sull'anno", column = "Quota",
      of = function(m, s) return share_of_year(s.period, m, s.counting) end },
    part    = money   { title = "La sua parte di ciò che è comune",
      of = function(m, s) return part_of_items(s.item, "amount", s.period, m, s.counting) end },
    must { "{name} non ha una quota in nessun periodo della convenzione: si scrive fra i Comuni (member) di un periodo, o si toglie", at = "name",
      of = function(m, s) return has_share(s.period, m) end },
    -- Fine del pezzo 4.

    used    = points  { title = "Voto che vale", column = "Voto che vale",
      of = function(m, s) return convention_mark(s.valuation, m, s.municipality) end },
    percent = percent { title = "Percentuale", column = "Fascia", bands = result_pay, by = "used" },
    base    = money   { title = "Base del Comune", of = function(m) return m.part + m.fees end },
    due     = money   { title = "A carico del Comune", column = "A carico", round = "cent",
      of = function(m, s)
        local amount = m.base * m.percent
        if is(s.maximum, "euros") then
          return capped(amount, m.most_paid)
        end
        return amount
      end },
    pay     = money   { title = "Versato al segretario", column = "Versato", payable = true, round = "cent",
      of = function(m, s) return paid_out(s.payment, m, s.municipality, "due") end },
    refund  = money   { title = "Rimborsato al capofila", column = "Rimborso",
      of = function(m, s) return refunded(s.payment, m, "due") end },
  },

  -- Pezzo 5 di 5, nel soggetto: la convenzione, periodo per periodo, in ognuno le quote fanno 100 %. «amount» come nel pezzo 4.
  period = list {
    title = "Periodi della convenzione", tiles = "period",

    name = text { title = "Periodo", column = "Periodo" },
    from = date { title = "Primo giorno", column = "Dal" },
    to   = date { title = "Ultimo giorno", column = "Al" },
    must { "il periodo dal {from} al {to} non è di mesi interi: in dodicesimi (months) non si può dividere", at = "from",
      of = function(q, s)
        return not is(s.counting, "months") or not is_whole_year() or whole_months(q.from, q.to) ~= nil
      end },
    member = list {
      title = "Comuni del periodo",

      municipality = ref     { to = "secretary.municipality", title = "Comune" },
      share        = percent { title = "Quota", column = "Quota", sum = "100%" },
      must { "{municipality} sta più volte fra i Comuni dello stesso periodo: vi si scrive una volta, con tutta la sua quota; di solito una delle volte è un altro Comune", at = "municipality",
        of = function(x, q) return is(times_in(q, x.municipality), 1) end },
      must { "{municipality} non ha la parte, {its_part}, e la quota, {its_share}, che i periodi gli danno: nei Comuni share e part si calcolano con i periodi e con i giorni delle voci", at = "municipality",
        of = function(x, q, s)
          return is(x.its_share, share_of_year(s.period, x.municipality, s.counting))
            and is(x.its_part, part_of_items(s.item, "amount", s.period, x.municipality, s.counting))
        end },
      its_share = percent { of = function(x) return x.municipality.share end },
      its_part  = money   { of = function(x) return x.municipality.part end },
    },
  },
  parts = money { title = "Parti comuni di tutti i Comuni", of = function(s) return sum(s.municipality, "part") end },
  must { "le parti dei Comuni fanno insieme {parts}, e ciò che è comune è {common}: una voce si divide due volte, o non tutta (common e part)",
    of = function(s) return is(s.parts, s.common) end },
  shares = percent { title = "Quote sull'anno", of = function(s) return sum(s.municipality, "share") end },
  must { "le quote sull'anno fanno {shares}, non 100 %",
    of = function(s) return is(s.shares, "100%") end },
  first_day = date { of = function() return period.from end },
  last_day  = date { of = function() return period.to end },
  must { "il periodo valutato va dal {first_day} al {last_day}: non è un anno intero, dal 1° gennaio al 31 dicembre",
    of = function() return is_whole_year() end },
  -- Fine del pezzo 5.

  due    = money { title = "Totale", of = function(s) return sum(s.municipality, "due") end },
  pay    = money { title = "Totale versato", payable = true, round = "cent",
    of = function(s) return sum(s.municipality, "pay") end },
  refund = money { title = "Totale dei rimborsi", of = function(s) return sum(s.municipality, "refund") end },
  must { "il capofila dev'essere uno solo",
    of = function(s) return is(count(s.municipality, function(m) return m.lead end), 1) end },
}
