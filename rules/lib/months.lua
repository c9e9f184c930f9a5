-- Mesi interi, di un periodo qualunque: anche di una parte dell'anno, o a cavallo di due.
use "lib/calendar"

local month_days = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

-- Quanto è lungo un mese, di un anno di tanti giorni.
local function month_length(month, year_length)
  if is(month, 2) and is(year_length, 366) then return 29 end
  return month_days[month]
end

-- Il numero del mese che comincia quel giorno, da 1 a 12; nil se è un giorno dentro un mese. Si va indietro di un mese per
-- volta, fino a quello da cui l'anno finisce nel suo anno: se è di quell'anno è il 1° gennaio.
local function month_that_begins(day)
  local year, length = year_of(day), days_of_year(day)
  local first = day
  for month = 1, 12 do
    if is(year_of(first + (length - 1)), year) then
      if is(year_of(first), year) then return month end
      return nil
    end
    first = first - month_length(month, length)
  end
end

-- I mesi interi da un primo giorno di mese a un ultimo giorno di mese, anche di anni diversi; nil se i due giorni non lo
-- sono, o se sono più di dodici mesi. Quanto valga un pezzo di mese non si indovina: chi conta in mesi lo rifiuta con
-- una condizione.
function whole_months(from, to)
  local month = month_that_begins(from)
  if month == nil then return nil end
  local first = from
  for months = 1, 12 do
    first = first + month_length(month, days_of_year(first))
    if is(to, first - 1) then return months end
    month = month + 1
    if month > 12 then month = 1 end
  end
end

-- Quanti mesi, sapendo che sono interi: i giorni divisi per quanto dura in media un mese, al numero intero più vicino (da 59
-- a 62 giorni sono due mesi). Che lo siano lo chiede il pacchetto con una condizione (whole_months): di un periodo che
-- comincia o finisce dentro un mese il numero non vuole dire niente, e non deve uscire.
function months_counted(from, to)
  local months = 1
  while days(from, to) > (months + "0.5") * "30.4375" do months = months + 1 end
  return months
end
