-- Fondi: quanto deve restare per il risultato, e quanta parte del totale è.

-- Il fondo di risultato più piccolo che, aggiunto alle retribuzioni di posizione, ne è la percentuale voluta
-- del TOTALE: con il 15 %, posizioni × 15/85. Il 15 % delle sole posizioni è l'errore comune.
function result_fund_for(positions, rate)
  return positions * (rate / ("100%" - rate))
end

-- Che parte del totale è il risultato.
function result_share_of_total(positions, result)
  return result / (positions + result)
end

-- Ciò che di un fondo resta dopo aver pagato.
function left_over(fund, paid)
  return fund - paid
end
