return subject {
  title   = "Persona",
  limit   = percent { value = "10%", title = "Limite" },
  rate    = percent { value = "12%", title = "Aliquota" },
  base    = money { title = "Base" },
  pay     = money { title = "Premio", payable = true, round = "cent", of = function(s) return s.base * s.rate end },
  must { "l'aliquota {rate} supera il limite {limit}", of = function(s) return s.rate <= s.limit end },
}
