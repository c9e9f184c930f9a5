pack { title = "P", year = 2024 }
