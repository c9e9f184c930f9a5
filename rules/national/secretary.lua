-- Segretario comunale e provinciale: il limite ordinario della retribuzione di risultato, con le date in cui vale.
-- Un pacchetto che usa questo file lo legge per nome; può essere più severo, mai più largo. Fuori dalle date: errore.

-- Quanto vale al massimo la retribuzione di risultato, sul monte salari dell'anno valutato.
secretary_ceiling = dated "secretary_ceiling" {
  title = "Limite nazionale della retribuzione di risultato del segretario",
  limit = true,
  { from = "2001-05-16", to = "2020-12-16", give = "10%", source = "CCNL 16.5.2001 art. 42" },
  { from = "2020-12-17", to = "2024-07-16", give = "10%", source = "CCNL 17.12.2020 art. 111, che conferma l'art. 42" },
  { from = "2024-07-17", give = "10%", source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2" },
}
