-- Comune di Terlizzi (BA), retribuzione di risultato dei dirigenti, anno 2020.
pack {
  title  = "Comune di Terlizzi, dirigenti, anno 2020",
  source = "Decreto sindacale n. 23 del 27.7.2021, tabella allegata",
  year   = 2020,
}
