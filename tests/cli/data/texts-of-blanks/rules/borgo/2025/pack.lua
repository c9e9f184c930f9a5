pack { title = "Borgo Alto", year = 2025 }
