pack { title = "Regole", ["year"] = 2024 }
