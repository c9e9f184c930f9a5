local fasce = bands "fasce" {
  round = 1,
  { from = 0, to = 40, give = "0%" },
  { above = 40, to = 100, give = "50%" },
}
local scaglioni = bands "scaglioni" {
  round = 0,
  { below = 50, give = "1%" },
  { from = 50, give = "2%" },
}

return subject {
  title  = "Persona",
  base   = money { title = "Base", max = 1000 },
  punti  = points { title = "Punti", max = 100, step = "0.01" },
  interi = points { title = "Interi", max = 100, step = 1 },
  quota  = percent { title = "Quota", bands = fasce, by = "punti" },
  -- Un punteggio intero resta com'è: qui la tabella non arrotonda niente.
  altra  = percent { title = "Altra", bands = fasce, by = "interi" },
  medio  = points { title = "Medio", round = { step = "0.1" }, of = function(p) return p.punti / 3 end },
  terza  = percent { title = "Terza", bands = fasce, by = "medio" },
  quarta = percent { title = "Quarta", bands = scaglioni, by = "medio" },
  paga   = money { title = "Paga", payable = true, round = "cent", of = function(p) return p.base * p.quota end },
  extra  = money { title = "Extra", payable = true, round = "cent", of = function(p) return p.base * p.altra end },
  premio = money { title = "Premio", payable = true, round = "cent", of = function(p)
    return p.base * scaglioni(p.punti / 2) * (p.terza + p.quarta)
  end },
}
