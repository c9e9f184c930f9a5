-- Il calendario: gli anni dal 1° gennaio al 31 dicembre, e quanti giorni hanno. Di un anno che qui non c'è non si
-- risponde niente (E0715): si aggiunge la riga.
local calendar = dated "calendar" {
  title = "Gli anni del calendario",
  { from = "2014-01-01", to = "2014-12-31", give = { year = 2014, days = 365 } },
  { from = "2015-01-01", to = "2015-12-31", give = { year = 2015, days = 365 } },
  { from = "2016-01-01", to = "2016-12-31", give = { year = 2016, days = 366 } },
  { from = "2017-01-01", to = "2017-12-31", give = { year = 2017, days = 365 } },
  { from = "2018-01-01", to = "2018-12-31", give = { year = 2018, days = 365 } },
  { from = "2019-01-01", to = "2019-12-31", give = { year = 2019, days = 365 } },
  { from = "2020-01-01", to = "2020-12-31", give = { year = 2020, days = 366 } },
  { from = "2021-01-01", to = "2021-12-31", give = { year = 2021, days = 365 } },
  { from = "2022-01-01", to = "2022-12-31", give = { year = 2022, days = 365 } },
  { from = "2023-01-01", to = "2023-12-31", give = { year = 2023, days = 365 } },
  { from = "2024-01-01", to = "2024-12-31", give = { year = 2024, days = 366 } },
  { from = "2025-01-01", to = "2025-12-31", give = { year = 2025, days = 365 } },
  { from = "2026-01-01", to = "2026-12-31", give = { year = 2026, days = 365 } },
  { from = "2027-01-01", to = "2027-12-31", give = { year = 2027, days = 365 } },
  { from = "2028-01-01", to = "2028-12-31", give = { year = 2028, days = 366 } },
  { from = "2029-01-01", to = "2029-12-31", give = { year = 2029, days = 365 } },
  { from = "2030-01-01", to = "2030-12-31", give = { year = 2030, days = 365 } },
  { from = "2031-01-01", to = "2031-12-31", give = { year = 2031, days = 365 } },
  { from = "2032-01-01", to = "2032-12-31", give = { year = 2032, days = 366 } },
  { from = "2033-01-01", to = "2033-12-31", give = { year = 2033, days = 365 } },
  { from = "2034-01-01", to = "2034-12-31", give = { year = 2034, days = 365 } },
  { from = "2035-01-01", to = "2035-12-31", give = { year = 2035, days = 365 } },
  { from = "2036-01-01", to = "2036-12-31", give = { year = 2036, days = 366 } },
  { from = "2037-01-01", to = "2037-12-31", give = { year = 2037, days = 365 } },
  { from = "2038-01-01", to = "2038-12-31", give = { year = 2038, days = 365 } },
  { from = "2039-01-01", to = "2039-12-31", give = { year = 2039, days = 365 } },
  { from = "2040-01-01", to = "2040-12-31", give = { year = 2040, days = 366 } },
  { from = "2041-01-01", to = "2041-12-31", give = { year = 2041, days = 365 } },
}

-- In che anno cade un giorno.
function year_of(day)
  return calendar(day, "year")
end

-- Quanti giorni ha l'anno in cui cade un giorno: 365, o 366 se è bisestile. Di un anno, non del periodo valutato, che può
-- essere più breve.
function days_of_year(day)
  return calendar(day, "days")
end

-- Se il periodo della valutazione è un anno, dal 1° gennaio al 31 dicembre. Da luglio a giugno i giorni sono
-- altrettanti, ma i mesi e il 29 febbraio stanno altrove.
function is_whole_year()
  return is(year_of(period.from), year_of(period.to))
    and is(days(period.from, period.to), days_of_year(period.to))
end
