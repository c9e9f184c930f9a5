pack { title = "Prova", source = "Prova" }
