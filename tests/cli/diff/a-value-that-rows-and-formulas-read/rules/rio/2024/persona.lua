local alta = "12%"
local soglia = 50
local fasce = bands "fasce" {
  title = "Fasce", source = "Atto", gaps = "refuse",
  { from = 0, below = soglia, give = "0%" },
  { from = soglia, to = 100, give = alta },
}
local chiamata = bands "chiamata" {
  title = "Chiamata", source = "Atto", gaps = "refuse",
  { from = 0, below = 20, give = "1%" },
  { from = 20, to = 100, give = alta },
}
return subject {
  title = "Persona",
  base = money { title = "Base", max = 10000 },
  punti = whole { title = "Punti", max = 100 },
  quota = percent { title = "Quota", bands = fasce, by = "punti" },
  fissa = percent { title = "Fissa", value = alta },
  meta = number { title = "Oltre la soglia", of = function(p) return p.punti - soglia end },
  paga = money {
    title = "Paga", payable = true, round = "cent",
    of = function(p) return p.base * p.quota + p.base * p.fissa + p.base * chiamata(p.punti) end,
  },
}
