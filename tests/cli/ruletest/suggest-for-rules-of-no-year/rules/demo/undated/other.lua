local fisse = bands "fisse" {
  title = "Fisse", source = "Atto", gaps = "refuse",
  { from = 0, below = 5, give = "0%" },
  { from = 5, to = 9, give = "10%" },
}
return subject {
  title = "Altra",
  voto = whole { title = "Voto", min = 0, max = 9 },
  parte = percent { title = "Parte", bands = fisse, by = "voto" },
}
