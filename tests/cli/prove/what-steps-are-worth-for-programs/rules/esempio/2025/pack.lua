pack { title = "Esempio", year = 2025 }
