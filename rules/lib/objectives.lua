-- Obiettivi: se sono stati assegnati prima, e quanta parte ne è stata raggiunta, da 0 a 100 %.

-- Se sono stati assegnati tardi. Si assegnano prima del periodo valutato: il suo primo giorno è già tardi. A chi comincia
-- dopo quel giorno prima non si poteva: per lui il primo giorno conta ancora.
function assigned_late(assigned, from)
  if from > period.from then return assigned > from end
  return assigned >= from
end

-- Se il valore misurato arriva a quello atteso. Con «lower» è bene che sia basso: al più quello atteso.
function reached(measured, target, lower)
  if lower then return measured <= target end
  return measured >= target
end

-- Raggiunto o no.
function achieved_or_not(yes)
  if yes then return "100%" end
  return "0%"
end

-- In proporzione fra il valore che vale zero e quello atteso; mai meno di 0 né più di 100 %.
-- Vale anche quando è bene che il valore sia basso: allora quello atteso è il più piccolo dei due.
function achieved_between(measured, zero_at, target)
  local part = (measured - zero_at) / (target - zero_at)
  if part <= 0 then return "0%" end
  if part >= 1 then return "100%" end
  return part
end

-- Quanta parte del valore atteso: da cercare in una tabella di fasce. Con «lower» chi è arrivato al valore atteso, o
-- sotto, ne ha fatto tutto, anche misurando zero.
function part_of_target(measured, target, lower)
  if lower and measured <= target then return "100%" end
  if lower then return target / measured end
  return measured / target
end

-- Entro il termine o no; «done» manca se non è concluso.
function achieved_by_date(done, due)
  return achieved_or_not(done ~= nil and done <= due)
end
