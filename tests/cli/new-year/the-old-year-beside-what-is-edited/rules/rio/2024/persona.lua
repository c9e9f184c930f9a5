local fasce = bands "fasce" { title = "Fasce", source = "Atto", gaps = "refuse",
  { from = 0, below = 50, give = "0%" }, -- tabella del 2024
  { from = 50, to = 100, give = "10%" }, -- dal 2024 in poi
}
return subject {
  title = "Persona",
  fondo = money { value = to_confirm(2024, "importo del 2024, non pubblicato"), title = "Fondo" },
  voto = whole { title = "Voto", min = 0, max = 100 },
  base = money { title = "Base" },
  parte = percent { title = "Parte", bands = fasce, by = "voto" },
  paga = money { title = "Paga", payable = true, round = "cent", of = function(p) return p.base * p.parte end },
}
