-- Il premio dei dipendenti: niente sotto la soglia, in proporzione fino al 94 %, intero dal 95 %.

-- Come pubblicato, per percentuali intere. 94,5 % non è in nessuna riga e la pagina non dice che cosa farne:
-- non si indovina. Per tenerlo in proporzione si scrive  gaps = "reach up" .
local premium_share = bands "premium_share" {
  title  = "Parte del premio individuale",
  source = "Comune di Quassolo, Dati relativi ai premi, 2024",
  gaps   = "refuse",
  { from = "0%",  below = "60%", give = "0%" },
  { from = "60%", to    = "94%", give = function(score) return score end },
  { from = "95%", to = "100%",   give = "100%" },
}

return subject {
  title = "Premio dei dipendenti",

  person = list {
    title = "Posti",

    name     = text    { title = "Posto", column = "Posto" },
    budget   = money   { title = "Premio individuale stanziato", column = "Stanziato" },
    score    = percent { title = "Valutazione", column = "Valutazione", max = "100%" },

    -- Dalla più lieve alla più grave. La pagina nomina soltanto il rimprovero verbale: le altre, nell'ordine
    -- dei contratti collettivi. Si scrive di tutti: una sanzione dimenticata pagherebbe il premio.
    sanction = choice  { { "none", "nessuna" }, { "verbal", "rimprovero verbale" },
      { "written", "rimprovero scritto" }, { "fine", "multa" }, { "suspension", "sospensione" },
      { "dismissal", "licenziamento" },
      title = "Sanzione disciplinare dell'anno" },

    share = percent { title = "Parte del premio", column = "Parte", bands = premium_share, by = "score" },
    pay   = money   { title = "Premio", column = "Premio", payable = true, round = "cent",
      increasing = { "score", "budget" },
      unless = { { function(p) return above(p.sanction, "verbal") end,
        "sanzione disciplinare superiore al rimprovero verbale" } },
      of = function(p) return p.budget * p.share end },
  },

  pay = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.person, "pay") end },
}
