pack { title = "Comune di Borgo Alto, anno 2024", source = "inventato" }
