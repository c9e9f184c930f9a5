pack { title = "Borgo Alto, anno 2024" }
