pack { title = "P", source = "x", year = 2024 }
