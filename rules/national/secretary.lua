-- Segretario comunale e provinciale: i limiti dei contratti nazionali, con le date in cui valgono.
-- Un pacchetto può essere più severo di un limite, mai più largo. Fuori dalle date: errore.

-- Quanto vale al massimo la retribuzione di risultato, sul monte salari dell'anno valutato.
secretary_ceiling = dated "secretary_ceiling" {
  title = "Limite nazionale della retribuzione di risultato del segretario",
  { from = "2001-05-16", to = "2020-12-16", give = "10%", source = "CCNL 16.5.2001 art. 42" },
  { from = "2020-12-17", to = "2024-07-16", give = "10%", source = "CCNL 17.12.2020 art. 111, che conferma l'art. 42" },
  { from = "2024-07-17", give = "10%", source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2" },
}

-- Il limite più alto, finché dura una delle condizioni di secretary_conditions.
secretary_raised_ceiling = dated "secretary_raised_ceiling" {
  title  = "Limite nazionale più alto, nei casi ammessi",
  note   = "in vigore dal 17.7.2024, con effetto dall'anno di valutazione 2024 (ARAN AFL85)",
  { from = "2024-01-01", give = "15%", source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2-bis" },
}

-- La quota dello stipendio fino a cui arrivano i diritti di rogito.
-- Il decreto è del 2014; la tabella comincia dal primo anno intero, prima valeva un terzo.
deed_fee_limit = dated "deed_fee_limit" {
  title = "Limite dei diritti di rogito sullo stipendio in godimento",
  { from = "2015-01-01", give = "20%", source = "D.L. 90/2014 art. 10 c. 2-bis: un quinto",
    note = "sullo stipendio di tutti i Comuni (Corte conti Lombardia 171/2015, Molise 74/2020) per il periodo di effettivo servizio (FVG 33/2021); senza risultato, diritti e arretrati" },
}

-- La retribuzione aggiuntiva per le sedi convenzionate.
convention_supplement = dated "convention_supplement" {
  title = "Retribuzione aggiuntiva per le sedi convenzionate",
  { from = "2001-05-16", give = "25%", source = "CCNL 16.5.2001 artt. 37 e 45" },
}

-- Che cosa entra nel monte salari (yes), che cosa no (no), che cosa va detto caso per caso (ask).
salary_items = keyed "salary_items" {
  title  = "Voci del monte salari del segretario",
  source = "ARAN SEG_046 (11.10.2016): le somme pagate nell'anno per retribuzione principale e accessoria, al netto degli oneri",
  note   = "principio di cassa, come nel conto annuale; della stessa convenzione (ARAN 35334/2025)",
  tabellare            = "yes",
  iis                  = "yes",
  ria                  = "yes",
  maturato             = "yes",
  posizione            = "yes",
  maggiorazione        = "yes",
  galleggiamento       = "yes",
  convenzione          = "yes",                 -- il 25 % delle sedi convenzionate
  diritti              = "yes",                 -- Corte conti Lombardia 158/2025; ARAN SGR 22 (11.8.2003)
  risultato_precedente = "yes",                 -- ARAN SEG_046: il risultato dell'anno prima, pagato in questo
  reggenza             = "no",                  -- a scavalco altrove: Corte conti Lombardia 158/2025, ARAN 35334/2025
  rimborso             = "no",
  familiari            = "no",
  mensa                = "no",
  trasferimento        = "no",
  equo_indennizzo      = "no",
  arretrati            = "ask",                 -- la voce controversa: chi valuta deve dirlo
}

-- Su quali voci si calcola il 25 %, nelle tre letture: ARAN (AFL4, AFL5), il Ministero, un parere del 2025.
supplement_items = keyed "supplement_items" {
  title  = "Base della retribuzione aggiuntiva per le sedi convenzionate",
  source = "CCNL 16.5.2001 art. 37 c. 1 lett. a)–e)",
  tabellare            = { aran = "add",      ministry = "add",   opinion = "add" },
  iis                  = { aran = "add",      ministry = "add",   opinion = "leave" },
  ria                  = { aran = "add",      ministry = "add",   opinion = "leave" },
  maturato             = { aran = "add",      ministry = "add",   opinion = "leave" },
  posizione            = { aran = "add",      ministry = "add",   opinion = "add" },
  maggiorazione        = { aran = "add",      ministry = "leave", opinion = "leave" },
  galleggiamento       = { aran = "subtract", ministry = "leave", opinion = "add" },
  convenzione          = { aran = "leave",    ministry = "leave", opinion = "leave" },
  diritti              = { aran = "leave",    ministry = "leave", opinion = "leave" },
  risultato_precedente = { aran = "leave",    ministry = "leave", opinion = "leave" },
  reggenza             = { aran = "leave",    ministry = "leave", opinion = "leave" },
  rimborso             = { aran = "leave",    ministry = "leave", opinion = "leave" },
  familiari            = { aran = "leave",    ministry = "leave", opinion = "leave" },
  mensa                = { aran = "leave",    ministry = "leave", opinion = "leave" },
  trasferimento        = { aran = "leave",    ministry = "leave", opinion = "leave" },
  equo_indennizzo      = { aran = "leave",    ministry = "leave", opinion = "leave" },
  arretrati            = { aran = "leave",    ministry = "leave", opinion = "leave" },
}

-- Su quali voci si calcola il quinto dei diritti di rogito: lo stipendio in godimento in tutti i Comuni
-- (titolarità, reggenza, scavalco), senza risultato, diritti e arretrati.
deed_fee_items = keyed "deed_fee_items" {
  title  = "Base del limite dei diritti di rogito",
  source = "Corte conti Lombardia 171/2015, Molise 74/2020, Friuli-Venezia Giulia 33/2021",
  tabellare            = "yes",
  iis                  = "yes",
  ria                  = "yes",
  maturato             = "yes",
  posizione            = "yes",
  maggiorazione        = "yes",
  galleggiamento       = "yes",
  convenzione          = "yes",
  diritti              = "no",
  risultato_precedente = "no",
  reggenza             = "yes",
  rimborso             = "no",
  familiari            = "no",
  mensa                = "no",
  trasferimento        = "no",
  equo_indennizzo      = "no",
  arretrati            = "no",
}
