-- Comune di Quassolo (TO), premio dei dipendenti, anno 2024.
pack {
  title  = "Comune di Quassolo, dipendenti, anno 2024",
  source = "Comune di Quassolo, Amministrazione trasparente, Dati relativi ai premi, 2024",
  year   = 2024,
}
