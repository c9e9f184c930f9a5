-- Segretario comunale e provinciale: il limite più alto, per i pacchetti in cui un ente può averlo. Fuori dalle date: errore.

-- Il limite più alto, per l'ente in cui c'è una condizione dell'art. 61 c. 2-bis, finché dura.
secretary_raised_ceiling = dated "secretary_raised_ceiling" {
  title  = "Limite nazionale più alto, nei casi ammessi",
  limit  = true,
  note   = "in vigore dal 17.7.2024, con effetto dall'anno di valutazione 2024 (ARAN AFL85)",
  { from = "2024-01-01", give = "15%", source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2-bis" },
}

-- Le condizioni dell'art. 61 c. 2-bis: quale limite vale per l'ente. Una che qui non c'è non alza il limite. Da quando
-- valgono lo dice la tabella qui sopra. È un limite anche questa: chi prende il 15 % deve cercare qui il caso.
secretary_raised_cases = keyed "secretary_raised_cases" {
  title  = "Condizione dell'ente per il limite più alto",
  limit  = true,
  source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2-bis",
  note   = "il limite più alto vale soltanto finché la condizione dura",
  ["no"]                    = { give = "ordinary", source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2" },
  dirigenza                 = { give = "raised", note = "ente con dirigenza" },
  ["posto apicale vacante"] = { give = "raised", note = "ente senza dirigenza in cui il segretario copre un posto apicale vacante" },
  unione                    = { give = "raised", note = "segretario di un'Unione" },
  ["calamità"]              = { give = "raised", note = "calamità naturale" },
}
