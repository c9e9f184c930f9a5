pack { title = "c3", source = "x", year = 2025 }
