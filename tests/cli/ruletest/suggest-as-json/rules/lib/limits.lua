-- Solo `capped` serve al pacchetto: di `doubled` nessuno chiede conto.
function capped(value, ceiling)
  if value > ceiling then return ceiling end
  return value
end

function doubled(value)
  return value * 2
end
