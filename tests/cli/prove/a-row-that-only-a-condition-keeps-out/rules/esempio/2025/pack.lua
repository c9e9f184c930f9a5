pack { title = "F1", source = "x", year = 2025 }
