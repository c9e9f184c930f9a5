return subject {
  results = sheet {
    marks = { 4, 6, 8, 10 },
    criteria = {
      { title = "Puntualità" },
      { id = "qualita", title = "Qualità" },
      { id = "qualita", title = "Qualità del servizio" },
    },
  },
}
