-- Segretario di sedi convenzionate: la retribuzione aggiuntiva e la base su cui si calcola. Fuori dalle date: errore.

-- La retribuzione aggiuntiva per le sedi convenzionate.
convention_supplement = dated "convention_supplement" {
  title = "Retribuzione aggiuntiva per le sedi convenzionate",
  limit = true,
  { from = "2001-05-16", give = "25%", source = "CCNL 16.5.2001 artt. 37 e 45" },
}

-- Da quando vale la tabella delle voci, qui sotto: una tabella per parola non ha date, e un pacchetto che la usa cerca
-- qui la data di fine periodo. Fuori dalle date: errore. Comincia con il contratto.
supplement_items_valid = dated "supplement_items_valid" {
  title = "In vigore: base della retribuzione aggiuntiva per le sedi convenzionate",
  limit = true,
  { from = "2001-05-16", give = "in vigore", source = "CCNL 16.5.2001 art. 37 c. 1 lett. a)–e)" },
}

-- Ciò che della lettura del Ministero le fonti lette non dicono.
local as_aran = "le fonti lette dicono soltanto che il Ministero esclude la maggiorazione; che il resto delle lettere a)–e) sia come per l'ARAN è un'assunzione"
local not_floating = "secondo Bianco e Associati per il Ministero si calcola prima del galleggiamento; che voglia dire senza è un'assunzione"

-- Su quali voci si calcola il 25 %, nelle tre letture: ARAN (AFL4, AFL5), il Ministero, un parere del 2025. Ciò che non
-- è fra le lettere a)–e) non entra, in nessuna. Le voci non si sovrappongono: «posizione» è senza la maggiorazione e senza
-- il galleggiamento, che hanno ognuno la sua; perciò ciò che una lettura deduce qui non si somma, e niente si toglie.
-- Non è un limite («limit»): un pacchetto sceglie fra le letture quelle che gli servono.
supplement_items = keyed "supplement_items" {
  title  = "Base della retribuzione aggiuntiva per le sedi convenzionate",
  source = "CCNL 16.5.2001 art. 37 c. 1 lett. a)–e)",
  note   = "le voci non si sovrappongono: la posizione è senza maggiorazione e senza galleggiamento",
  tabellare            = { give = { aran = "add", ministry = "add", opinion = "add" }, source = "ARAN AFL4; Ministero; parere del 2025" },
  iis                  = { give = { aran = "add", ministry = to_confirm("add", as_aran), opinion = "leave" },
                           source = "ARAN AFL4; parere del 2025: tabellare e posizione" },
  ria                  = { give = { aran = "add", ministry = to_confirm("add", as_aran), opinion = "leave" },
                           source = "ARAN AFL4; parere del 2025: tabellare e posizione" },
  maturato             = { give = { aran = "add", ministry = to_confirm("add", as_aran), opinion = "leave" },
                           source = "ARAN AFL4; parere del 2025: tabellare e posizione" },
  posizione            = { give = { aran = "add", ministry = "add", opinion = "add" }, source = "ARAN AFL4; Ministero; parere del 2025",
                           note = "senza maggiorazione e senza galleggiamento, che sono voci loro" },
  maggiorazione        = { give = { aran = "add", ministry = "leave", opinion = "leave" },
                           source = "ARAN AFL5: compresa; il Ministero la esclude; parere del 2025: tabellare e posizione" },
  galleggiamento       = { give = { aran = "leave", ministry = to_confirm("leave", not_floating), opinion = "add" },
                           source = "ARAN AFL5: si deduce; parere del 2025: compreso nella posizione",
                           note = "è una voce sua, oltre la posizione: chi lo deduce non lo somma, e non lo toglie da una posizione che non lo contiene" },
  vacanza_contrattuale = { give = { aran = "leave", ministry = "leave", opinion = "leave" },
                           source = "ARAN AFL5: non l'indennità di vacanza contrattuale; fra le lettere a)–e) non c'è" },
  convenzione          = { aran = "leave", ministry = "leave", opinion = "leave" },
  diritti              = { give = { aran = "leave", ministry = "leave", opinion = "leave" }, source = "ARAN AFL4: non i diritti" },
  diritti_altrove      = { give = { aran = "leave", ministry = "leave", opinion = "leave" }, source = "ARAN AFL4: non i diritti" },
  risultato_precedente = { give = { aran = "leave", ministry = "leave", opinion = "leave" }, source = "ARAN AFL4: non il risultato" },
  reggenza             = { aran = "leave", ministry = "leave", opinion = "leave" },
  rimborso             = { aran = "leave", ministry = "leave", opinion = "leave" },
  familiari            = { aran = "leave", ministry = "leave", opinion = "leave" },
  mensa                = { aran = "leave", ministry = "leave", opinion = "leave" },
  trasferimento        = { aran = "leave", ministry = "leave", opinion = "leave" },
  equo_indennizzo      = { aran = "leave", ministry = "leave", opinion = "leave" },
  arretrati            = { aran = "leave", ministry = "leave", opinion = "leave" },
}
