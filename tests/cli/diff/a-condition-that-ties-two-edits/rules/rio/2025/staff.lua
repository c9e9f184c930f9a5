return subject {
  title   = "Premio",
  base    = money { title = "Base" },
  rate    = percent { value = "10%", title = "Quota" },
  ceiling = percent { value = "10%", title = "Limite" },
  bonus   = money { value = 100, title = "Aggiunta" },
  pay     = money { title = "Dovuto", payable = true, round = "cent",
    of = function(s) return s.base * s.rate + s.bonus end },
  must { "la quota {rate} supera il limite {ceiling}", of = function(s) return s.rate <= s.ceiling end },
}
