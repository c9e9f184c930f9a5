return subject {
  title = "Uffici",
  fund  = money { title = "Fondo", source = "bilancio inventato" },
  share = percent { title = "Quota", default = "50%", max = "100%" },
  post  = list {
    title  = "Posti",
    name   = text { title = "Chi" },
    level  = choice { "base", "alto", title = "Livello" },
    start  = date { title = "Dal giorno", optional = true },
    aims   = sheet { title = "Obiettivi", marks = { 4, 6, 8, 10 }, na = "rescale",
      criteria = { { id = "tempi", title = "Rispetto dei tempi", expected = "entro giugno", weight = 2 } } },
    score  = points { of = function(p) return mean(p.aims) end },
  },
}
