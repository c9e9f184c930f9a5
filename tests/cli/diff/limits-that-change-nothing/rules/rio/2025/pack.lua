pack { title = "Rio", source = "Delibera di Rio", year = 2025 }
