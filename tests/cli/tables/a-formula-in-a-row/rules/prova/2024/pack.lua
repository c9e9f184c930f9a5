pack { title = "Prova" }
