pack { title = "Borgo Alto, anno 2024", source = "Regolamento", plan = "borgo-alto/2024-2026", year = 2024 }
