-- The workload of the benchmarks; no municipality has ever adopted it.
pack { title = "Benchmark", source = "invented" }
