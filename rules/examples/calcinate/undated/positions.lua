-- Gli incarichi di elevata qualificazione: il punteggio della scheda (al massimo 60) dà una parte del
-- risultato massimo, che è una percentuale della retribuzione di posizione.

-- Le fasce come pubblicate, per punti interi. Un punteggio con decimali (45,5) può cadere in un vuoto, e la
-- pagina non dice che cosa farne: non si indovina. Con  gaps = "reach up"  resterebbe nella fascia di sotto,
-- con  round = 0  si arrotonderebbe prima al punto intero.
local result_share = bands "result_share" {
  title  = "Parte del risultato massimo",
  source = "Comune di Calcinate, Sistema di misurazione e valutazione: tabella per punti",
  gaps   = "refuse",
  { from =  0, to = 41, give = "0%"   },
  { from = 42, to = 45, give = "35%"  },
  { from = 46, to = 50, give = "75%"  },
  { from = 51, to = 55, give = "85%"  },
  { from = 56, to = 60, give = "100%" },
}

return subject {
  title = "Elevate qualificazioni",

  maximum_rate = percent { value = "25%", title = "Risultato massimo sulla retribuzione di posizione",
    source = "Comune di Calcinate, Sistema di misurazione e valutazione" },

  position = list {
    title = "Incarichi",

    name   = text    { title = "Incarico", column = "Incarico" },
    pay    = money   { title = "Retribuzione di posizione", column = "Posizione" },
    points = points  { title = "Punteggio della scheda", column = "Punti", max = 60 },

    -- Se il massimo si arrotondi prima di applicare la fascia la pagina non lo dice: qui no.
    maximum = money  { title = "Risultato massimo",
      of = function(p, s) return p.pay * s.maximum_rate end },
    share   = percent { title = "Parte del massimo", column = "Parte",
      bands = result_share, by = "points" },
    result  = money   { title = "Retribuzione di risultato", column = "Risultato",
      payable = true, round = "cent", increasing = { "points", "pay" },
      of = function(p) return p.maximum * p.share end },
  },

  result = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.position, "result") end },
}
