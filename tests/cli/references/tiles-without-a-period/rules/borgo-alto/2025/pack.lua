pack { title = "Comune di Borgo Alto, anno 2025" }
