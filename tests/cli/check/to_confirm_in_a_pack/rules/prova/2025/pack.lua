pack { title = "Prova", year = 2025 }
