pack { title = "Comune di Borgo Alto, anno 2025", year = 2025 }
