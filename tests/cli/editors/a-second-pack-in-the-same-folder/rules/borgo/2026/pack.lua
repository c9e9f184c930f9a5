pack { title = "Borgo, anno 2026", source = "delibera inventata", year = 2026 }
