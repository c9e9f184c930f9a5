-- Comune di Casale Marittimo, regole dell'anno 2023.
pack {
  title  = "Comune di Casale Marittimo, anno 2023",
  source = "PIAO 2024/2026, Allegato A1, Piano della performance e degli obiettivi",
  plan   = "casale-marittimo/2024-2026",
  year   = 2023,
}
