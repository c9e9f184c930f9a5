pack { title = "Prova", source = "una prova", year = 2024 }
