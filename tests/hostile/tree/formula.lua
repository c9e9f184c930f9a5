-- Il corpo di uno script diventa la formula di una cella.
return subject {
  title = "Formula",
  top   = true,
  titolo = text { title = "Titolo" },
  voto = points { title = "Voto", of = function(s)
--BODY--
  end },
}
