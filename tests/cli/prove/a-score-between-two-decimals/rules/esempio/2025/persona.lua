local fasce = bands "fasce" {
  gaps = "refuse",
  { from =  0, to =  59, give = "0%"  },
  { from = 60, to = 100, give = "10%" },
}

return subject {
  title = "Persona",
  base  = money  { title = "Base" },
  voti  = sheet  { title = "Voti", min = 0, max = 20, step = "0.5", criteria = {
    { id = "a", title = "Primo" }, { id = "b", title = "Secondo" }, { id = "c", title = "Terzo" },
    { id = "d", title = "Quarto" }, { id = "e", title = "Quinto" } } },
  punti = points  { title = "Punteggio", max = 100, of = function(p) return sum(p.voti) end },
  parte = percent { title = "Parte", bands = fasce, by = "punti" },
  paga  = money   { title = "Paga", payable = true, round = "cent", increasing = { "voti", "base" },
    of = function(p) return p.base * p.parte end },
}
