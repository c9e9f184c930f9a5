return subject {
  results = sheet { title = "Risultati", max = 10,
    criteria = {
      { id = "tempi", title = "Rispetto dei tempi", weight = 0 },
      { id = "qualita", title = "Qualità del lavoro", weight = 0 },
      { id = "rogito", title = "Funzioni di rogito", weight = 0 },
    } },
  score = points { title = "Punteggio", of = function(e) return sum(e.results) end },
}
