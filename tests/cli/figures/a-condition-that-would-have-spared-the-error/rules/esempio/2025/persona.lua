return subject {
  title  = "Persona",
  zero   = number { title = "Zero" },
  target = number { title = "Atteso" },
  base   = money  { title = "Base" },
  must { "il valore atteso {target} dev'essere diverso da {zero}", at = "target",
    of = function(s) return not is(s.target, s.zero) end },
  pay    = money  { title = "Premio", payable = true, round = "cent",
    of = function(s) return s.base / (s.target - s.zero) end },
}
