return subject {
  person = list {
    name = text  { title = "Nome" },
    pay  = money { title = "Premio", payable = true, max = 1000 },
  },
  people = whole { title = "Persone", max = 1, of = function(s) return count(s.person) end },
}
