-- Scheda di valutazione del Segretario comunale, 60 punti. Nella parte letta non c'è il nome del Comune,
-- né un anno.
pack {
  title  = "Scheda del Segretario comunale, 60 punti",
  source = "Scheda di valutazione del Segretario comunale, 123dok.org, pagina iniziale",
}
