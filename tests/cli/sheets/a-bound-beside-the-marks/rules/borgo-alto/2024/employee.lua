return subject {
  results = sheet { title = "Risultati", marks = { 4, 6, 8, 10 },
    criteria = {
      { id = "tempi", title = "Rispetto dei tempi", max = 5 },
      { id = "qualita", title = "Qualità del lavoro" },
      { id = "rogito", title = "Funzioni di rogito" },
    } },
  score = points { title = "Punteggio", of = function(e) return sum(e.results) end },
}
