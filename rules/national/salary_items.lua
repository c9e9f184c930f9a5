-- Monte salari del segretario: quali voci ne fanno parte.

-- Da quando vale la tabella delle voci, qui sotto: una tabella per parola non ha date, e un pacchetto che la usa cerca
-- qui la data di fine periodo. Fuori dalle date: errore. Comincia dal primo anno intero dopo la fonte.
salary_items_valid = dated "salary_items_valid" {
  title = "In vigore: voci del monte salari del segretario",
  limit = true,
  { from = "2017-01-01", give = "in vigore", source = "ARAN SEG_046 (11.10.2016)" },
}

-- Che cosa entra nel monte salari (yes), che cosa no (no), che cosa va detto caso per caso (ask). Dove non c'è altro
-- vale la fonte della tabella: ogni somma pagata nell'anno per il lavoro, al netto degli oneri.
salary_items = keyed "salary_items" {
  title  = "Voci del monte salari del segretario",
  limit  = true,
  source = "ARAN SEG_046 (11.10.2016): le somme pagate nell'anno per retribuzione principale e accessoria, al netto degli oneri",
  note   = "principio di cassa, come nel conto annuale; della stessa convenzione (ARAN 35334/2025)",
  tabellare            = "yes",
  iis                  = "yes",
  ria                  = "yes",
  maturato             = "yes",
  posizione            = "yes",
  maggiorazione        = "yes",
  galleggiamento       = "yes",
  vacanza_contrattuale = { give = "yes", note = "quella dell'anno, pagata nell'anno; ciò che è di anni precedenti è un arretrato" },
  convenzione          = { give = "yes", source = "CCNL 16.5.2001 artt. 37 e 45: il 25 % delle sedi convenzionate" },
  diritti              = { give = "yes", source = "Corte conti Lombardia 158/2025; ARAN SGR 22 (11.8.2003)" },
  diritti_altrove      = { give = "no",  source = "ARAN 35334/2025: soltanto le somme pagate dallo stesso ente",
                           note = "incassati in un Comune fuori dalla convenzione; contano nel limite dei diritti" },
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
