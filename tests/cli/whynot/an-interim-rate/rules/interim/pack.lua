pack { title = "Incarichi ad interim" }
