pack { title = "Demo", year = 2024 }
