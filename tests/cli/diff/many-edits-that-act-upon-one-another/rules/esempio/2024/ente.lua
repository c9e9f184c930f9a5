return subject {
  title = "Ente",
  base = money { title = "Base" },
  v1 = number { value = 2, title = "Valore 1" },
  v2 = number { value = 2, title = "Valore 2" },
  v3 = number { value = 2, title = "Valore 3" },
  v4 = number { value = 2, title = "Valore 4" },
  v5 = number { value = 2, title = "Valore 5" },
  v6 = number { value = 2, title = "Valore 6" },
  v7 = number { value = 2, title = "Valore 7" },
  v8 = number { value = 2, title = "Valore 8" },
  paga = money { title = "Paga", payable = true, round = "cent", of = function(s)
    return s.base * s.v1 * s.v2 * s.v3 * s.v4 * s.v5 * s.v6 * s.v7 * s.v8
  end },
}
