-- Venti criteri con quattro voti, dieci in trentesimi con due decimali e pesi, percentuali.
local fasce = bands "fasce" {
  gaps = "refuse",
  { from = 20, to = 49, give = "0%" },
  { from = 50, to = 64, give = "50%" },
  { from = 65, to = 80, give = "100%" },
}
local trentesimi = bands "trentesimi" {
  gaps = "refuse",
  { from = 0, below = 18, give = "0%" },
  { from = 18, below = 24, give = "60%" },
  { from = 24, to = 30, give = "100%" },
}
local gradini = bands "gradini" {
  gaps = "refuse",
  { from = "0%", below = "50%", give = "0%" },
  { from = "50%", below = "90%", give = "5%" },
  { from = "90%", to = "100%", give = "10%" },
}

return subject {
  title = "Persona",
  base = money { title = "Base" },
  venti = sheet { title = "Venti criteri", marks = { 1, 2, 3, 4 }, criteria = {
    { id = "c1", title = "Criterio 1" },
    { id = "c2", title = "Criterio 2" },
    { id = "c3", title = "Criterio 3" },
    { id = "c4", title = "Criterio 4" },
    { id = "c5", title = "Criterio 5" },
    { id = "c6", title = "Criterio 6" },
    { id = "c7", title = "Criterio 7" },
    { id = "c8", title = "Criterio 8" },
    { id = "c9", title = "Criterio 9" },
    { id = "c10", title = "Criterio 10" },
    { id = "c11", title = "Criterio 11" },
    { id = "c12", title = "Criterio 12" },
    { id = "c13", title = "Criterio 13" },
    { id = "c14", title = "Criterio 14" },
    { id = "c15", title = "Criterio 15" },
    { id = "c16", title = "Criterio 16" },
    { id = "c17", title = "Criterio 17" },
    { id = "c18", title = "Criterio 18" },
    { id = "c19", title = "Criterio 19" },
    { id = "c20", title = "Criterio 20" } } },
  dieci = sheet { title = "Trentesimi", criteria = {
    { id = "v1", title = "Voto 1", max = 30, step = "0.01", weight = 2 },
    { id = "v2", title = "Voto 2", max = 30, step = "0.01", weight = 3 },
    { id = "v3", title = "Voto 3", max = 30, step = "0.01", weight = 1 },
    { id = "v4", title = "Voto 4", max = 30, step = "0.01", weight = 2 },
    { id = "v5", title = "Voto 5", max = 30, step = "0.01", weight = 3 },
    { id = "v6", title = "Voto 6", max = 30, step = "0.01", weight = 1 },
    { id = "v7", title = "Voto 7", max = 30, step = "0.01", weight = 2 },
    { id = "v8", title = "Voto 8", max = 30, step = "0.01", weight = 3 },
    { id = "v9", title = "Voto 9", max = 30, step = "0.01", weight = 1 },
    { id = "v10", title = "Voto 10", max = 30, step = "0.01", weight = 2 } } },
  raggiunto = percent { title = "Raggiunto", max = "100%", step = "0.01%" },
  punti = points { title = "Punteggio", of = function(p) return sum(p.venti) end },
  media = points { title = "Media", max = 30, round = { step = "0.01" }, of = function(p) return mean(p.dieci) end },
  gradino = percent { title = "Gradino", bands = gradini, by = "raggiunto" },
  prima = percent { title = "Prima parte", bands = fasce, by = "punti" },
  seconda = percent { title = "Seconda parte", bands = trentesimi, by = "media" },
  paga = money { title = "Paga", payable = true, round = "cent", increasing = { "venti", "dieci", "raggiunto", "base" },
    of = function(p) return p.base * (p.prima + p.seconda) / 2 + p.base * p.gradino end },
}
