pack { title = "Uffici" }
