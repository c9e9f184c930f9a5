-- Periodi: quanti giorni, quanti mesi, e la parte di un importo annuo che ne segue.
-- Nessuna di queste funzioni arrotonda: come si arrotonda lo dice la cella che le chiama.

-- Di quale anno è un giorno. Un giorno fuori da questi anni è un errore: si aggiungono righe.
local calendar = dated "calendar" {
  title = "Gli anni del calendario",
  { from = "2001-01-01", to = "2001-12-31", give = 2001 }, { from = "2002-01-01", to = "2002-12-31", give = 2002 },
  { from = "2003-01-01", to = "2003-12-31", give = 2003 }, { from = "2004-01-01", to = "2004-12-31", give = 2004 },
  { from = "2005-01-01", to = "2005-12-31", give = 2005 }, { from = "2006-01-01", to = "2006-12-31", give = 2006 },
  { from = "2007-01-01", to = "2007-12-31", give = 2007 }, { from = "2008-01-01", to = "2008-12-31", give = 2008 },
  { from = "2009-01-01", to = "2009-12-31", give = 2009 }, { from = "2010-01-01", to = "2010-12-31", give = 2010 },
  { from = "2011-01-01", to = "2011-12-31", give = 2011 }, { from = "2012-01-01", to = "2012-12-31", give = 2012 },
  { from = "2013-01-01", to = "2013-12-31", give = 2013 }, { from = "2014-01-01", to = "2014-12-31", give = 2014 },
  { from = "2015-01-01", to = "2015-12-31", give = 2015 }, { from = "2016-01-01", to = "2016-12-31", give = 2016 },
  { from = "2017-01-01", to = "2017-12-31", give = 2017 }, { from = "2018-01-01", to = "2018-12-31", give = 2018 },
  { from = "2019-01-01", to = "2019-12-31", give = 2019 }, { from = "2020-01-01", to = "2020-12-31", give = 2020 },
  { from = "2021-01-01", to = "2021-12-31", give = 2021 }, { from = "2022-01-01", to = "2022-12-31", give = 2022 },
  { from = "2023-01-01", to = "2023-12-31", give = 2023 }, { from = "2024-01-01", to = "2024-12-31", give = 2024 },
  { from = "2025-01-01", to = "2025-12-31", give = 2025 }, { from = "2026-01-01", to = "2026-12-31", give = 2026 },
  { from = "2027-01-01", to = "2027-12-31", give = 2027 }, { from = "2028-01-01", to = "2028-12-31", give = 2028 },
  { from = "2029-01-01", to = "2029-12-31", give = 2029 }, { from = "2030-01-01", to = "2030-12-31", give = 2030 },
  { from = "2031-01-01", to = "2031-12-31", give = 2031 }, { from = "2032-01-01", to = "2032-12-31", give = 2032 },
  { from = "2033-01-01", to = "2033-12-31", give = 2033 }, { from = "2034-01-01", to = "2034-12-31", give = 2034 },
  { from = "2035-01-01", to = "2035-12-31", give = 2035 }, { from = "2036-01-01", to = "2036-12-31", give = 2036 },
  { from = "2037-01-01", to = "2037-12-31", give = 2037 }, { from = "2038-01-01", to = "2038-12-31", give = 2038 },
  { from = "2039-01-01", to = "2039-12-31", give = 2039 }, { from = "2040-01-01", to = "2040-12-31", give = 2040 },
  { from = "2041-01-01", to = "2041-12-31", give = 2041 }, { from = "2042-01-01", to = "2042-12-31", give = 2042 },
  { from = "2043-01-01", to = "2043-12-31", give = 2043 }, { from = "2044-01-01", to = "2044-12-31", give = 2044 },
  { from = "2045-01-01", to = "2045-12-31", give = 2045 }, { from = "2046-01-01", to = "2046-12-31", give = 2046 },
  { from = "2047-01-01", to = "2047-12-31", give = 2047 }, { from = "2048-01-01", to = "2048-12-31", give = 2048 },
  { from = "2049-01-01", to = "2049-12-31", give = 2049 }, { from = "2050-01-01", to = "2050-12-31", give = 2050 },
  { from = "2051-01-01", to = "2051-12-31", give = 2051 }, { from = "2052-01-01", to = "2052-12-31", give = 2052 },
  { from = "2053-01-01", to = "2053-12-31", give = 2053 }, { from = "2054-01-01", to = "2054-12-31", give = 2054 },
  { from = "2055-01-01", to = "2055-12-31", give = 2055 }, { from = "2056-01-01", to = "2056-12-31", give = 2056 },
  { from = "2057-01-01", to = "2057-12-31", give = 2057 }, { from = "2058-01-01", to = "2058-12-31", give = 2058 },
  { from = "2059-01-01", to = "2059-12-31", give = 2059 }, { from = "2060-01-01", to = "2060-12-31", give = 2060 },
}

-- Se il periodo della valutazione è un anno, dal 1° gennaio al 31 dicembre: da luglio a giugno i giorni sono
-- altrettanti, ma i mesi e il 29 febbraio stanno altrove.
function is_whole_year()
  return is(calendar(period.from), calendar(period.to)) and days(period.from, period.to) >= 365
end

-- La parte di un importo annuo per i giorni dati, su un anno di tanti giorni quanti dice year_days
-- (365 anche negli anni bisestili, o i giorni veri: lo decide il pacchetto).
function for_days(yearly, worked, year_days)
  return yearly * worked / year_days
end

-- Le funzioni che seguono contano giorni e mesi dell'anno valutato, il periodo della valutazione, e vogliono che vada
-- dal 1° gennaio al 31 dicembre. Chi le usa lo chiede: con  year  in pack.lua, o con la condizione is_whole_year().

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

-- Quanta parte dell'anno valutato, da 0 a 1.
function part_of_year(from, to, counting)
  return days_counted(from, to, counting) / days_counted(period.from, period.to, counting)
end

local month_days = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

-- I mesi interi dell'anno valutato da un primo giorno di mese a un ultimo giorno di mese; nil se i due giorni non lo
-- sono. Quanto valga un pezzo di mese non si indovina: chi conta in mesi lo rifiuta con una condizione.
function whole_months(from, to)
  local is_leap = days(period.from, period.to) > 365
  local first_day = period.from
  local first
  for month, length in ipairs(month_days) do
    if is_leap and is(month, 2) then
      length = 29
    end
    if is(from, first_day) then
      first = month
    end
    if first ~= nil and is(to, first_day + (length - 1)) then
      return month - first + 1
    end
    first_day = first_day + length
  end
end

-- I mesi dell'anno valutato; di un periodo che non è di mesi interi, i giorni in dodicesimi: un numero che la
-- condizione del pacchetto non lascia uscire.
function months_counted(from, to)
  local months = whole_months(from, to)
  if months == nil then
    return days(from, to) * 12 / days(period.from, period.to)
  end
  return months
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
