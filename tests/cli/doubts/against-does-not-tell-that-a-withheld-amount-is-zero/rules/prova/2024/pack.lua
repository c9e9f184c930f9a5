pack { title = "Prova", source = "prova", year = 2024 }
