return subject {
  title = "Premio",
  fixed    = money { title = "Parte fissa" },
  variable = money { title = "Parte variabile" },
  pay = money { payable = true, round = "cent", title = "Dovuto",
    of = function(s)
      if s.variable > 10 then return s.fixed + s.variable end
      return s.fixed
    end },
  must { "la parte variabile {variable} supera il 30 % del totale",
    of = function(s) return s.variable <= (s.fixed + s.variable) * "30%" end },
}
