-- Segretario comunale e provinciale: il limite più alto, per i pacchetti in cui un ente può averlo. Fuori dalle date: errore.

-- Il limite più alto, per l'ente in cui c'è una condizione dell'art. 61 c. 2-bis, finché dura.
secretary_raised_ceiling = dated "secretary_raised_ceiling" {
  title  = "Limite nazionale più alto, nei casi ammessi",
  limit  = true,
  note   = "in vigore dal 17.7.2024, con effetto dall'anno di valutazione 2024 (ARAN AFL85)",
  { from = "2024-01-01", give = "15%", source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2-bis" },
}
