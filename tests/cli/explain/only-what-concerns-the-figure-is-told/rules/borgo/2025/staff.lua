return subject {
  title = "Personale",
  person = list {
    name = text {}, units = number {},
    base = money { value = to_confirm("100.00", "manca l'atto") },
    other = money { value = to_confirm("50.00", "manca il decreto") },
    pay = money { title = "Premio", payable = true, round = "cent",
      of = function(p) return p.base * p.units end },
    extra = money { title = "Indennità", payable = true, round = "cent",
      of = function(p) return p.other end },
    warn { "poche quote: {units}", of = function(p) return p.units > 10 end },
  },
}
