-- Segretario comunale e provinciale: i limiti dei contratti nazionali, con le date in cui valgono.
-- Un pacchetto può essere più severo di un limite, mai più largo. Fuori dalle date: errore.

-- Quanto vale al massimo la retribuzione di risultato, sul monte salari dell'anno valutato.
secretary_ceiling = dated "secretary_ceiling" {
  title = "Limite nazionale della retribuzione di risultato del segretario",
  { from = "2001-05-16", to = "2020-12-16", give = "10%", source = "CCNL 16.5.2001 art. 42" },
  { from = "2020-12-17", to = "2024-07-16", give = "10%", source = "CCNL 17.12.2020 art. 111, che conferma l'art. 42" },
  { from = "2024-07-17", give = "10%", source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2" },
}

-- Il limite più alto, per l'ente in cui c'è una condizione dell'art. 61 c. 2-bis, finché dura.
secretary_raised_ceiling = dated "secretary_raised_ceiling" {
  title  = "Limite nazionale più alto, nei casi ammessi",
  note   = "in vigore dal 17.7.2024, con effetto dall'anno di valutazione 2024 (ARAN AFL85)",
  { from = "2024-01-01", give = "15%", source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2-bis" },
}

-- Le condizioni dell'art. 61 c. 2-bis: quale limite vale per l'ente. Una che qui non c'è non alza il limite. Da quando
-- valgono lo dice la tabella qui sopra.
secretary_raised_cases = keyed "secretary_raised_cases" {
  title  = "Condizione dell'ente per il limite più alto",
  source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2-bis",
  note   = "il limite più alto vale soltanto finché la condizione dura",
  ["no"]                    = { give = "ordinary", source = "CCNL Area Funzioni Locali 16.7.2024 art. 61 c. 2" },
  dirigenza                 = { give = "raised", note = "ente con dirigenza" },
  ["posto apicale vacante"] = { give = "raised", note = "ente senza dirigenza in cui il segretario copre un posto apicale vacante" },
  unione                    = { give = "raised", note = "segretario di un'Unione" },
  ["calamità"]              = { give = "raised", note = "calamità naturale" },
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

-- Da quando valgono le tabelle delle voci, qui sotto: una tabella per parola non ha date, e un pacchetto che la usa
-- cerca qui la data di fine periodo. Fuori dalle date: errore. Ognuna comincia con il contratto o dal primo anno intero dopo la sua fonte.
salary_items_valid = dated "salary_items_valid" {
  title = "In vigore: voci del monte salari del segretario",
  { from = "2017-01-01", give = "in vigore", source = "ARAN SEG_046 (11.10.2016)" },
}
supplement_items_valid = dated "supplement_items_valid" {
  title = "In vigore: base della retribuzione aggiuntiva per le sedi convenzionate",
  { from = "2001-05-16", give = "in vigore", source = "CCNL 16.5.2001 art. 37 c. 1 lett. a)–e)" },
}
deed_fee_items_valid = dated "deed_fee_items_valid" {
  title = "In vigore: base del limite dei diritti di rogito",
  { from = "2015-01-01", give = "in vigore", source = "D.L. 90/2014 art. 10 c. 2-bis" },
}

-- Che cosa entra nel monte salari (yes), che cosa no (no), che cosa va detto caso per caso (ask). Dove non c'è altro
-- vale la fonte della tabella: ogni somma pagata nell'anno per il lavoro, al netto degli oneri.
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
  convenzione          = { give = "yes", source = "CCNL 16.5.2001 artt. 37 e 45: il 25 % delle sedi convenzionate" },
  diritti              = { give = "yes", source = "Corte conti Lombardia 158/2025; ARAN SGR 22 (11.8.2003)" },
  risultato_precedente = { give = "yes", source = "ARAN SEG_046: il risultato dell'anno prima, pagato in questo" },
  reggenza             = { give = "no",  source = "Corte conti Lombardia 158/2025; ARAN 35334/2025: a scavalco fuori dalla convenzione" },
  rimborso             = "no",
  familiari            = { give = "no",  source = "ARAN SEG_046: assegni per il nucleo familiare" },
  mensa                = { give = "no",  source = "ARAN SEG_046: mensa" },
  trasferimento        = { give = "no",  source = "ARAN SEG_046: indennità di trasferimento" },
  equo_indennizzo      = { give = "no",  source = "ARAN SEG_046: equo indennizzo" },
  arretrati            = { give = "ask", source = "principio di cassa (ARAN SEG_046) contro anno di competenza: voce discussa",
                           note = "chi valuta lo dice, con il motivo" },
}

-- Su quali voci si calcola il 25 %, nelle tre letture: ARAN (AFL4, AFL5), il Ministero, un parere del 2025. Ciò che non
-- è fra le lettere a)–e) non entra, in nessuna.
supplement_items = keyed "supplement_items" {
  title  = "Base della retribuzione aggiuntiva per le sedi convenzionate",
  source = "CCNL 16.5.2001 art. 37 c. 1 lett. a)–e)",
  tabellare            = { give = { aran = "add", ministry = "add", opinion = "add" }, source = "ARAN AFL4; Ministero; parere del 2025" },
  iis                  = { give = { aran = "add", ministry = "add", opinion = "leave" }, source = "ARAN AFL4" },
  ria                  = { give = { aran = "add", ministry = "add", opinion = "leave" }, source = "ARAN AFL4" },
  maturato             = { give = { aran = "add", ministry = "add", opinion = "leave" }, source = "ARAN AFL4" },
  posizione            = { give = { aran = "add", ministry = "add", opinion = "add" }, source = "ARAN AFL4; Ministero; parere del 2025" },
  maggiorazione        = { give = { aran = "add", ministry = "leave", opinion = "leave" }, source = "ARAN AFL5: compresa; il Ministero la esclude" },
  galleggiamento       = { give = { aran = "subtract", ministry = "leave", opinion = "add" }, source = "ARAN AFL5: si deduce; parere del 2025: compreso" },
  convenzione          = { aran = "leave", ministry = "leave", opinion = "leave" },
  diritti              = { give = { aran = "leave", ministry = "leave", opinion = "leave" }, source = "ARAN AFL4: non i diritti" },
  risultato_precedente = { give = { aran = "leave", ministry = "leave", opinion = "leave" }, source = "ARAN AFL4: non il risultato" },
  reggenza             = { aran = "leave", ministry = "leave", opinion = "leave" },
  rimborso             = { aran = "leave", ministry = "leave", opinion = "leave" },
  familiari            = { aran = "leave", ministry = "leave", opinion = "leave" },
  mensa                = { aran = "leave", ministry = "leave", opinion = "leave" },
  trasferimento        = { aran = "leave", ministry = "leave", opinion = "leave" },
  equo_indennizzo      = { aran = "leave", ministry = "leave", opinion = "leave" },
  arretrati            = { aran = "leave", ministry = "leave", opinion = "leave" },
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
  diritti              = { give = "no", source = "Bianco e Associati: i diritti non sono nella base" },
  risultato_precedente = { give = "no", source = "Bianco e Associati: il risultato non è nella base" },
  reggenza             = { give = "yes", source = "Corte conti Molise 74/2020: titolarità, reggenza e scavalco insieme" },
  rimborso             = "no",
  familiari            = "no",
  mensa                = "no",
  trasferimento        = "no",
  equo_indennizzo      = "no",
  arretrati            = { give = "no", source = "Bianco e Associati: gli arretrati non sono nella base" },
}
