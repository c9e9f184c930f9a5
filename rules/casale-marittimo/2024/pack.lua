-- Comune di Casale Marittimo, regole dell'anno 2024.
pack {
  title  = "Comune di Casale Marittimo, anno 2024",
  source = "PIAO 2024/2026, Allegato A1, Piano della performance e degli obiettivi",
  note   = "Il sistema di valutazione (G.C. 54/2019) non è pubblicato con il piano: ogni suo parametro è un valore da confermare.",
  plan   = "casale-marittimo/2024-2026",
  year   = 2024,
}

-- Ciò che il sistema di valutazione stabilisce e il piano non riporta.
unpublished = "stabilito dal sistema di valutazione (G.C. 54/2019), che non è pubblicato con il piano"
