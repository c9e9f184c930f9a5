return subject {
  base = money { title = "Base" },
  late = flag { title = "In ritardo" },
  pay = money { title = "Importo", payable = true, round = "cent",
    unless = {
      { function(p) return p.late end, "in ritardo" },
    },
    of = function(p) return p.base end },
  must { "la base è al più 1000", of = function(p) return p.base <= 1000 end },
}
