-- Comune di Marcon (VE), Segretario Generale: voto in trentesimi. La fonte non porta un anno.
pack {
  title  = "Comune di Marcon, Segretario Generale",
  source = "Comune di Marcon, Amministrazione trasparente, Dati relativi ai premi (art. 20 c. 2 d.lgs. 33/2013)",
}
