local fasce = bands "fasce" {
  title = "Fasce", source = "Atto", gaps = "refuse",
  { from = 0, below = 50, give = "0%" },
  { from = 50, to = 100, give = "10%" },
}
return subject {
  title = "Persona",
  must { "prima del 2000 non c'erano voti", of = function() return period.year >= 2000 end },
  voto = whole { title = "Voto", min = 0, max = 100 },
  parte = percent { title = "Parte", bands = fasce, by = "voto" },
}
