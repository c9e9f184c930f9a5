pack { title = "Demo", source = "Atto", year = 2024 }
