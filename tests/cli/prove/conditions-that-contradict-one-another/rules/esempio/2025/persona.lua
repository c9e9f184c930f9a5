return subject {
  title = "Persona",
  punti = points  { title = "Punteggio", max = 100, step = 1 },
  base  = money   { title = "Base" },
  paga  = money   { title = "Paga", payable = true, round = "cent", increasing = { "punti" },
    of = function(p) return p.base * "10%" end },
  must { "il punteggio {punti} è meno di 60", at = "punti", of = function(p) return p.punti >= 60 end },
  must { "il punteggio {punti} è più di 50", at = "punti", of = function(p) return p.punti <= 50 end },
}
