return subject {
  base  = money { title = "Base" },
  limit = money { title = "Limite", optional = true },
  part  = list { name = text { title = "Nome" }, pay = money { title = "Importo" } },
  total = money { title = "Totale", of = function(s) return sum(s.part, "pay") end },
  must { "la base {base} supera il limite {limit} (totale {total})", at = "base",
    of = function(s) return s.limit == nil or s.base <= s.limit end },
}
