-- Comune di Roncade (TV), Segretario, anno 2015: la convenzione comincia a ottobre.
pack {
  title  = "Comune di Roncade, Segretario, anno 2015",
  source = "Deliberazione della Giunta del 27.10.2016, riportata da roncade.it",
  year   = 2015,
}
