return subject {
  results = sheet { title = "Risultati", 
    criteria = {
      { id = "tempi", title = "Rispetto dei tempi", max = 10 },
      { id = "qualita", title = "Qualità del lavoro", max = 10 },
      { id = "rogito", title = "Funzioni di rogito" },
    } },
  score = points { title = "Punteggio", of = function(e) return sum(e.results) end },
}
