pack { title = "Rio", source = "Atto", year = 2025 }
