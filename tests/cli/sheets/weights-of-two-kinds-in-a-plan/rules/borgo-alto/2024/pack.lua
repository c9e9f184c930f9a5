pack { title = "Borgo Alto, anno 2024", plan = "borgo-alto/2024" }
