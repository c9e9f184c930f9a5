pack { title = "Borgo" }
