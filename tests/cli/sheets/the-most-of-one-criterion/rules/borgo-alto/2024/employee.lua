return subject {
  results = sheet { title = "Risultati", max = 10, na = "leave out",
    criteria = {
      { id = "tempi", title = "Rispetto dei tempi", weight = "50%", max = 30 },
      { id = "qualita", title = "Qualità del lavoro", weight = "30%" },
      { id = "rogito", title = "Funzioni di rogito", weight = "20%" },
    } },
  score = points { title = "Punteggio", of = function(e) return sum(e.results) / full(e.results, "tempi") * 100 end },
}
