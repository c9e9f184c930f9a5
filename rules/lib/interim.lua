-- Incarichi ad interim: chi copre anche la posizione di un altro riceve, a titolo di risultato, una
-- percentuale della retribuzione di quella posizione, in proporzione alla durata.
use "lib/periods"

-- covered: retribuzione annua della posizione coperta · rate: la percentuale · worked: giorni di interim
-- year_days: giorni dell'anno.
function interim_pay(covered, rate, worked, year_days)
  return for_days(covered * rate, worked, year_days)
end
