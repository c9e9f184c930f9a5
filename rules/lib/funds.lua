-- Fondi: che parte del totale è il risultato, e che cosa resta.

-- Che parte del totale è il risultato.
function result_share_of_total(positions, result)
  return result / (positions + result)
end

-- Ciò che di un fondo resta dopo aver pagato.
function left_over(fund, paid)
  return fund - paid
end
