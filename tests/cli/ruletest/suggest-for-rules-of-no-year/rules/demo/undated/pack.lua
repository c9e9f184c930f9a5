pack { title = "Demo", source = "Atto" }
