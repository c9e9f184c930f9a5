return subject {
  results = sheet { title = "Risultati", max = 10,
    criteria = {
      { id = "tempi", title = "Rispetto dei tempi" },
      { id = "qualita", title = "Qualità del lavoro" },
      { id = "rogito", title = "Funzioni di rogito" },
    } },
  score = points { title = "Punteggio", of = function(e) return sum(e.results) end },
}
