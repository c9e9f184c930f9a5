pack { title = "Esempio", year = 2024 }
