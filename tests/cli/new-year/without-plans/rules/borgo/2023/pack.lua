pack { title = "Borgo 2023", source = "una prova", year = 2023 }
