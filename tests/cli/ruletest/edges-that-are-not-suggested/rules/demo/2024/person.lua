local fasce = bands "fasce" {
  title = "Fasce", source = "Atto", gaps = "refuse",
  { below = function(p) return p.soglia end, give = 0 },
  { from = function(p) return p.soglia end, give = 1 },
}
local formule = bands "formule" {
  title = "Formule", source = "Atto", gaps = "refuse",
  { from = 0, below = 5, give = 1 },
  { from = 5, to = 9, give = function(score, p) return score * p.soglia end },
}
return subject {
  title = "Persona",
  voto = whole { title = "Voto", min = 0, max = 9 },
  soglia = whole { title = "Soglia", min = 1, max = 9 },
  sopra = number { title = "Sopra", bands = fasce, by = "voto" },
  punti = number { title = "Punti", bands = formule, by = "voto" },
}
