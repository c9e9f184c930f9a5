-- Mesi interi dell'anno valutato. I mesi si cercano dal 1° gennaio, il primo giorno del periodo: se il periodo della
-- valutazione non è un anno del calendario (is_whole_year() di lib/calendar, che il pacchetto chiede con una condizione)
-- non ce n'è nessuno.
use "lib/calendar"

local month_days = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

-- I mesi da un primo giorno di mese a un ultimo giorno di mese; nil se i due giorni non lo sono. Quanto valga un pezzo di
-- mese non si indovina: chi conta in mesi lo rifiuta con una condizione.
function whole_months(from, to)
  if not is_whole_year() then return nil end
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

-- Quanti mesi, sapendo che sono interi: i giorni divisi per quanto dura in media un mese, al numero intero più vicino (da 59
-- a 62 giorni sono due mesi). Che siano interi lo chiede il pacchetto con una condizione (whole_months): di un periodo che
-- comincia o finisce dentro un mese il numero non vuole dire niente, e non deve uscire.
function months_counted(from, to)
  local counted = days(from, to)
  for months = 1, 11 do
    if counted <= (months + "0.5") * "30.4375" then return months end
  end
  return 12
end
