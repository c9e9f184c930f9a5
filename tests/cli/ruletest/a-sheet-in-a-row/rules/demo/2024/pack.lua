pack { title = "Demo", source = "inventato", year = 2024 }
