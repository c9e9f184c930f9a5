local fasce = bands "fasce" {
  gaps = "refuse",
  { to = 10, give = "0%" },
  { from = 11, give = "5%" },
}

return subject {
  title = "Persona",
  voto  = points { title = "Voto", max = 20 },
  dieci = points { title = "Dieci volte", of = function(p)
    if p.voto > 10 then return p.voto * 10 end
    return p.voto * 10
  end },
  punti = points { title = "Punti", of = function(p) return p.dieci - p.voto * "9.5" end },
  parte = percent { title = "Parte", bands = fasce, by = "punti" },
}
