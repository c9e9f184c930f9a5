pack { title = "P", source = "x" }
