pack { title = "Esempio" }
