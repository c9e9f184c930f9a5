pack { title = "k3", source = "x", year = 2025 }
