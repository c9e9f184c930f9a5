pack { title = "Prova", source = "x" }
