-- Periodi: quanti giorni, e la parte di un importo annuo che ne segue.
-- Nessuna di queste funzioni arrotonda: come si arrotonda lo dice la cella che le chiama.

-- La parte di un importo annuo per i giorni dati, su un anno di tanti giorni quanti dice year_days
-- (365 anche negli anni bisestili, o i giorni veri: lo decide il pacchetto).
function for_days(yearly, worked, year_days)
  return yearly * worked / year_days
end

-- Le due funzioni che seguono contano i giorni dell'anno valutato, il periodo della valutazione, e vogliono che vada
-- dal 1° gennaio al 31 dicembre. Chi le usa lo chiede con la condizione is_whole_year() di lib/calendar:  year  in
-- pack.lua non basta, perché anche mezzo anno sta nel suo anno. I mesi interi li conta lib/months.

-- I giorni, in uno di due modi (una cella choice del pacchetto). "actual": i giorni veri, 366 negli anni bisestili.
-- "365": il 29 febbraio non si conta, così chi serve tutto l'anno fa 365 su 365 anche allora, e due mezzi anni fanno
-- un anno.
function days_counted(from, to, counting)
  local leap_day = period.from + 59                     -- il sessantesimo giorno: 29 febbraio, o 1 marzo
  local is_leap = days(period.from, period.to) > 365
  if is(counting, "365") and is_leap and from <= leap_day and leap_day <= to then
    return days(from, to) - 1
  end
  return days(from, to)
end

-- Quanta parte dell'anno valutato, da 0 a 1. Su 365 giorni è zero per il solo 29 febbraio: il pacchetto lo dice con un
-- avviso, che lo chiede con is_leap_day.
function part_of_year(from, to, counting)
  return days_counted(from, to, counting) / days_counted(period.from, period.to, counting)
end

-- Se è il 29 febbraio dell'anno valutato, che su 365 giorni non si conta: chi ha soltanto quello ha zero giorni.
function is_leap_day(day)
  return is(day, period.from + 59) and days(period.from, period.to) > 365
end

-- I giorni che due periodi hanno in comune, primo e ultimo compresi; zero se non si toccano, o se uno comincia dopo la
-- fine: che per lui si paghi zero lo rifiuta il pacchetto, con una condizione.
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

-- Se i due giorni sono il primo e l'ultimo dell'anno valutato: la sua parte è uno comunque si contino i giorni, e come si
-- contano non serve saperlo. Chi lo chiede prima non lega a una scelta da confermare gli importi di chi serve tutto l'anno.
function is_all_year(from, to)
  return is(from, period.from) and is(to, period.to)
end
