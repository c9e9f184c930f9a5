return subject {
  title = "Prova",
  top   = true, -- le sue celle stanno al primo livello del file

  titolo  = text  { title = "Titolo" },
  periodo = whole { title = "Anno" },

  persone = list {
    title = "Persone",
    id    = text   { title = "Sigla", column = "Sigla" },
    voto  = points { title = "Voto", column = "Voto", max = 10 },
    premio = money { title = "Premio", column = "Premio", payable = true, round = "cent",
      of = function(p, s) return s.unita * (p.voto / s.massimo) end },
  },

  unita   = money  { title = "Premio di chi ha il massimo", value = "100" },
  massimo = points { title = "Voto massimo", value = 10 },
  premio  = money  { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.persone, "premio") end },
}
