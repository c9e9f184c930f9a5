pack { title = "p", source = "s", year = 2025 }
