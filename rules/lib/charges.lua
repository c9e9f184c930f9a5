-- Oneri a carico dell'ente: percentuali dell'importo lordo, diverse da un ente all'altro. Le aliquote stanno
-- nel pacchetto, con la fonte; la cella che chiama la funzione dice come si arrotonda ogni onere.

-- Un onere: l'aliquota dell'importo lordo.
function employer_charge(gross, rate)
  return gross * rate
end
