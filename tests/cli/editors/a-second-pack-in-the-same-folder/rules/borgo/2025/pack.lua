pack { title = "Borgo, anno 2025", source = "delibera inventata", year = 2025 }
