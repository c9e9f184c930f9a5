-- Periodi: quanti giorni, quanti mesi, e la parte di un importo annuo che ne segue.
-- Nessuna di queste funzioni arrotonda: come si arrotonda lo dice la cella che le chiama.

-- La parte di un importo annuo per i giorni dati, su un anno di tanti giorni quanti dice year_days
-- (365 anche negli anni bisestili, o i giorni veri: lo decide il pacchetto).
function for_days(yearly, worked, year_days)
  return yearly * worked / year_days
end

-- I mesi che fanno i giorni dati. Arrotondati all'unità dalla cella che chiama, un mese intero è 1, comunque
-- sia lungo, e tre mesi interi sono 3.
function months_of(worked, year_days)
  return worked * 12 / year_days
end

-- I giorni che due periodi hanno in comune, primo e ultimo compresi; zero se non si toccano.
function overlap_days(from, to, other_from, other_to)
  if other_from > from then
    from = other_from
  end
  if other_to < to then
    to = other_to
  end
  if from > to then
    return 0
  end
  return days(from, to)
end
