pack { title = "Prova", source = "nessuna", year = 2025 }
