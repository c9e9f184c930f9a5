return subject {
  results = sheet { title = "Risultati", max = 10, criteria = {
    { id = "tempi",   title = "Rispetto dei tempi", weight = "50%" },
    { id = "qualita", title = "Qualità del lavoro", weight = "40%" },
  } },
  score = points { of = function(s) return mean(s.results) end },
}
