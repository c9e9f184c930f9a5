-- Diritti di rogito: il limite e la base su cui si calcola. Fuori dalle date: errore.

-- La quota dello stipendio fino a cui arrivano i diritti di rogito.
-- Il decreto è del 2014; la tabella comincia dal primo anno intero, prima valeva un terzo.
deed_fee_limit = dated "deed_fee_limit" {
  title = "Limite dei diritti di rogito sullo stipendio in godimento",
  limit = true,
  { from = "2015-01-01", give = "20%", source = "D.L. 90/2014 art. 10 c. 2-bis: un quinto",
    note = "sullo stipendio di tutti i Comuni (Corte conti Lombardia 171/2015, Molise 74/2020) per il periodo di effettivo servizio (FVG 33/2021); senza risultato, diritti e arretrati" },
}

-- Da quando vale la tabella delle voci, qui sotto: una tabella per parola non ha date, e un pacchetto che la usa cerca
-- qui la data di fine periodo. Fuori dalle date: errore. Comincia dal primo anno intero dopo la fonte.
deed_fee_items_valid = dated "deed_fee_items_valid" {
  title = "In vigore: base del limite dei diritti di rogito",
  limit = true,
  { from = "2015-01-01", give = "in vigore", source = "D.L. 90/2014 art. 10 c. 2-bis" },
}

-- Su quali voci si calcola il quinto dei diritti di rogito: lo stipendio in godimento in tutti i Comuni
-- (titolarità, reggenza, scavalco), senza risultato, diritti e arretrati. Chi mette nella base ciò che paga un Comune fuori
-- dalla convenzione (reggenza) confronta con il limite anche i diritti incassati lì (diritti_altrove).
deed_fee_items = keyed "deed_fee_items" {
  title  = "Base del limite dei diritti di rogito",
  limit  = true,
  source = "Corte conti Lombardia 171/2015, Molise 74/2020, Friuli-Venezia Giulia 33/2021",
  tabellare            = "yes",
  iis                  = "yes",
  ria                  = "yes",
  maturato             = "yes",
  posizione            = "yes",
  maggiorazione        = "yes",
  galleggiamento       = "yes",
  vacanza_contrattuale = { give = "yes", note = "retribuzione corrente dell'anno; ciò che è di anni precedenti è un arretrato, e non è nella base" },
  convenzione          = "yes",
  diritti              = { give = "no", source = "Bianco e Associati: i diritti non sono nella base" },
  diritti_altrove      = { give = "no", source = "Bianco e Associati: i diritti non sono nella base" },
  risultato_precedente = { give = "no", source = "Bianco e Associati: il risultato non è nella base" },
  reggenza             = { give = "yes", source = "Corte conti Molise 74/2020: titolarità, reggenza e scavalco insieme" },
  rimborso             = "no",
  familiari            = "no",
  mensa                = "no",
  trasferimento        = "no",
  equo_indennizzo      = "no",
  arretrati            = { give = "no", source = "Bianco e Associati: gli arretrati non sono nella base" },
}
