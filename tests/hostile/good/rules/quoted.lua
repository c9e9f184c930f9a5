return "8.5"
