pack { title = "A", source = "invented" }
