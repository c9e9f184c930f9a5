pack { title = "Prova", year = 2024 }
