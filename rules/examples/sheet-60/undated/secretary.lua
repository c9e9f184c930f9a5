-- La scheda: otto fattori, ognuno con il suo massimo (50 punti insieme), e la performance organizzativa
-- (10 punti). La valuta il Sindaco.

return subject {
  title = "Segretario comunale",

  -- Che cosa fare di un fattore che non si applica (il coordinamento, dove c'è un direttore generale) la
  -- scheda non lo dice: con "refuse" è un errore; con "rescale" gli altri fattori si riportano a 50; con
  -- "leave out" resta fuori, e la scheda vale al massimo di meno (54 senza il coordinamento).
  factors = sheet { title = "Parte 1: fattori", na = "refuse",
    source = "Scheda di valutazione del Segretario comunale, parte 1",
    criteria = {
      { id = "assistenza",     max = 8,  title = "Collaborazione e assistenza giuridica (art. 97 c. 2 TUEL)" },
      { id = "partecipazione", max = 6,  title = "Partecipazione alle riunioni di Giunta e Consiglio" },
      { id = "appartenenza",   max = 10, title = "Senso di appartenenza, attenzione all'immagine dell'Ente" },
      { id = "scadenze",       max = 5,  title = "Rispetto delle scadenze assegnate con atti o con il PEG" },
      { id = "coordinamento",  max = 6,  title = "Coordinamento dei dirigenti o delle posizioni organizzative",
        note = "Quando non c'è un direttore generale." },
      { id = "crescita",       max = 4,  title = "Crescita professionale" },
      { id = "organizzazione", max = 8,  title = "Micro-organizzazione e motivazione" },
      { id = "rogito",         max = 3,  title = "Rogito dei contratti (art. 97 c. 4 lett. c TUEL)" },
    } },
  organization = points { title = "Parte 2: performance organizzativa", max = 10,
    source = "Scheda di valutazione del Segretario comunale, parte 2" },

  organization_full = points { value = 10, title = "Massimo della parte 2",
    source = "Scheda di valutazione del Segretario comunale, parte 2" },

  factors_total = points { title = "Totale della parte 1", max = 50,
    of = function(s) return sum(s.factors) end },
  total = points { title = "Punteggio", max = 60,
    of = function(s) return s.factors_total + s.organization end },
  maximum = points { title = "Punteggio massimo della scheda", max = 60,
    source = "Scheda di valutazione del Segretario comunale",
    of = function(s) return full(s.factors) + s.organization_full end },

  -- Per chi deve leggere la scheda in centesimi: la scheda stessa non lo chiede. Si divide per ciò che si
  -- poteva raggiungere: per 60, un fattore che non si applica conterebbe come uno zero.
  hundredths = points { title = "Punteggio in centesimi", max = 100, round = { step = "0.01" },
    increasing = { "factors", "organization" },
    of = function(s) return s.total / s.maximum * 100 end },
}
