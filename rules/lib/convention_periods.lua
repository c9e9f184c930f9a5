-- Segreteria convenzionata che cambia dentro l'anno: enti e quote valgono da un giorno all'altro.
-- periods sono i periodi, ognuno con from, to e l'elenco member dei suoi enti: municipality (l'ente) e share
-- (la sua quota).
use "lib/months"
use "lib/periods"

-- La quota di un ente in un periodo; zero se non ne fa parte.
function share_in(period_of_convention, entity)
  return sum(period_of_convention.member, "share", function(x) return is(x.municipality, entity) end)
end

-- Se un ente ha una quota in qualche periodo. Chi non ne ha non paga niente, ma in una media il suo voto conterebbe: il
-- pacchetto lo rifiuta con una condizione, perché di solito è un ente dimenticato in un periodo, o di troppo.
function has_share(periods, entity)
  return any(periods, function(q) return share_in(q, entity) > 0 end)
end

-- Quanto contano i giorni da from a to (counting, una cella choice del pacchetto). "actual": i giorni veri; "365": i giorni
-- senza il 29 febbraio; "months": i mesi, e allora il pacchetto vuole con una condizione che siano interi (whole_months).
local function weight_of_days(from, to, counting)
  if is(counting, "months") then
    return months_counted(from, to)
  end
  return days_counted(from, to, counting)
end

-- Quanto conta un periodo nell'anno.
function weight_of_period(q, counting)
  return weight_of_days(q.from, q.to, counting)
end

-- La parte di un ente di ciò che vale per tutto l'anno: le sue quote, pesate con i giorni o i mesi di ogni periodo.
-- Le parti di tutti gli enti fanno sempre il 100 %, in qualunque modo si conti.
function share_of_year(periods, entity, counting)
  return sum(periods, function(q) return share_in(q, entity) * weight_of_period(q, counting) end)
    / sum(periods, function(q) return weight_of_period(q, counting) end)
end

-- Quanto conta ciò che i giorni da from a to hanno in comune con un periodo; zero se non si toccano.
local function weight_of_overlap(q, from, to, counting)
  if from > q.to or to < q.from then return 0 end
  if q.from > from then from = q.from end
  if q.to < to then to = q.to end
  return weight_of_days(from, to, counting)
end

-- Se i giorni da from a to stanno tutti in un periodo: allora la quota è una, comunque si conti.
function is_in_one_period(periods, from, to)
  return any(periods, function(q) return from >= q.from and to <= q.to end)
end

-- La parte di un ente di ciò che è stato pagato per i giorni da from a to soltanto. Ciò che è già di una parte dell'anno non
-- si riduce un'altra volta con i giorni: contano le quote di quei giorni, contati come l'anno. Una voce di tutto l'anno si
-- divide perciò allo stesso modo, detta dell'anno o dei suoi giorni. In mesi, se i giorni passano da un periodo all'altro,
-- il pacchetto vuole con una condizione che siano interi (whole_months).
function share_of_days(periods, entity, from, to, counting)
  local weight = sum(periods, function(q) return weight_of_overlap(q, from, to, counting) end)
  if weight > 0 then
    return sum(periods, function(q) return share_in(q, entity) * weight_of_overlap(q, from, to, counting) end) / weight
  end
  -- Il solo 29 febbraio, su 365; o nessun giorno dell'anno, e lo ferma una condizione del pacchetto.
  return sum(periods, function(q)
    if from >= q.from and to <= q.to then return share_in(q, entity) end
    return "0%"
  end)
end

-- La parte di un ente di una voce pagata, che ha le celle covers, from e to. covers è "year", e la voce vale per tutto
-- l'anno, o "period", ed è già dei soli giorni da from a to. Di una voce senza i suoi giorni, o con i giorni al contrario,
-- vale la quota sull'anno: la ferma una condizione del pacchetto.
function share_of_item(periods, entity, item, counting)
  if is(item.covers, "year") or item.from == nil or item.to == nil or item.from > item.to then
    return share_of_year(periods, entity, counting)
  end
  return share_of_days(periods, entity, item.from, item.to, counting)
end

-- La parte di un ente di tutte le voci comuni: di ogni voce l'importo (cell è il nome della sua cella) per la quota di quella
-- voce. Le parti di tutti gli enti insieme fanno la somma delle voci.
function part_of_items(items, cell, periods, entity, counting)
  return sum(items, function(i) return i[cell] * share_of_item(periods, entity, i, counting) end)
end

-- Quante volte un ente sta fra quelli di un periodo: che sia una volta sola lo vuole il pacchetto, con una condizione.
function times_in(period_of_convention, entity)
  return count(period_of_convention.member, function(x) return is(x.municipality, entity) end)
end
