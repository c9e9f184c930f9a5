name = "quote\tcomuni"
