return subject {
  title = "Premi",
  rate = percent { value = "10%", title = "Aliquota" },
  office = list {
    title = "Uffici",
    name  = text { title = "Ufficio" },
    member = list {
      title = "Persone",
      name = text { title = "Persona" },
      base = money { title = "Base" },
      pay  = money { title = "Premio", payable = true, round = "cent",
        of = function(m, o, s) return m.base * s.rate end },
    },
  },
}
