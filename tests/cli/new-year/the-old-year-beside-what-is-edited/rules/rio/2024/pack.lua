pack { title = "Rio, anno 2024", source = "Delibera del 2024, Atto 1/2024",
  year = 2024, note = "fondo del 2024" }
