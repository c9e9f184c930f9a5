pack { title = "R", year = 2024 }
