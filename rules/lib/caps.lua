-- Limiti: un valore che non supera un tetto, o che deve stare fra due estremi.

-- Il valore, ma non più del tetto. Dove il tetto è una cella facoltativa lasciata in bianco, non c'è tetto.
function capped(value, ceiling)
  if ceiling == nil then
    return value
  end
  return least(value, ceiling)
end

-- Se il valore sta fra i due estremi, compresi.
function within(value, low, high)
  return value >= low and value <= high
end
