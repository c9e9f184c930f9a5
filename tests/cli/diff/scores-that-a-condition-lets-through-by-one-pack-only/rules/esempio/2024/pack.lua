pack { title = "D", source = "x", year = 2025 }
