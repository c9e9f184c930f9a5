pack { title = "f2", source = "x", year = 2025 }
