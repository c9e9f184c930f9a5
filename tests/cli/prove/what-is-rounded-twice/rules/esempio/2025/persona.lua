return subject {
  title  = "Persona",
  base   = money { title = "Base" },
  quarto = money { title = "Un quarto", round = "cent", of = function(p) return p.base / 4 end },
  paga   = money { title = "Paga", payable = true, round = "cent", of = function(p) return p.quarto / 3 end },
}
