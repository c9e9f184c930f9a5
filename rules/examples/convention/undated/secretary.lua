-- Tre letture in tre parole: chi valuta, chi paga, se c'è un massimo in euro. Si cambia la parola, non la
-- formula.
use "lib/convention"
use "lib/caps"

-- Le medie dei voti cadono fra due fasce: qui la fascia di sotto arriva fino alla successiva.
local result_pay = bands "result_pay" {
  title  = "Retribuzione di risultato",
  source = "Tabella inventata",
  gaps   = "reach up",
  { from =  0, to =  59, give = "0%"  },
  { from = 60, to =  79, give = "5%"  },
  { from = 80, to =  89, give = "8%"  },
  { from = 90, to = 100, give = "10%" },
}

return subject {
  title = "Segretario in convenzione",

  valuation = choice { "own", "mean", "weighted", value = "own", title = "Voto",
    note = "own: ogni Comune con il voto del suo Sindaco; mean: la media semplice; weighted: la media pesata con le quote." },
  payment = choice { "each", "lead", value = "each", title = "Pagamento",
    note = "each: ogni Comune paga la sua parte; lead: il capofila paga tutto e gli altri lo rimborsano." },
  maximum = choice { "none", "euros", value = "none", title = "Massimo per Comune",
    note = "none: nessuno; euros: l'importo scritto per ogni Comune." },

  common = money { title = "Parte comune della base" },

  municipality = list {
    title = "Comuni della convenzione",

    name  = text    { title = "Comune", column = "Comune" },
    lead  = flag    { title = "Capofila", default = false },
    share = percent { title = "Quota", column = "Quota", sum = "100%" },
    mark  = points  { title = "Voto del Sindaco", column = "Voto", max = 100 },
    fees  = money   { title = "Diritti del Comune", default = 0 },
    most_paid = money { title = "Massimo in euro", optional = true },

    must { "a {name} manca il massimo in euro (most_paid), che la lettura del massimo richiede",
      of = function(m, s) return is(s.maximum, "none") or m.most_paid ~= nil end },

    used    = points  { title = "Voto che vale", column = "Voto che vale",
      of = function(m, s) return convention_mark(s.valuation, m, s.municipality) end },
    percent = percent { title = "Percentuale", column = "Fascia", bands = result_pay, by = "used" },
    base    = money   { title = "Base del Comune",
      of = function(m, s) return member_base(s.common, m.share, m.fees) end },
    due     = money   { title = "A carico del Comune", column = "A carico", round = "cent",
      of = function(m, s)
        local amount = m.base * m.percent
        if is(s.maximum, "euros") then
          return capped(amount, m.most_paid)
        end
        return amount
      end },
    pay     = money   { title = "Versato al segretario", column = "Versato", payable = true, round = "cent",
      of = function(m, s) return paid_out(s.payment, m.lead, m.due, s.due) end },
    refund  = money   { title = "Rimborsato al capofila", column = "Rimborso",
      of = function(m, s) return refunded(s.payment, m.lead, m.due) end },
  },

  due    = money { title = "Totale", of = function(s) return sum(s.municipality, "due") end },
  pay    = money { title = "Totale versato", payable = true, round = "cent",
    of = function(s) return sum(s.municipality, "pay") end },
  refund = money { title = "Totale dei rimborsi", of = function(s) return sum(s.municipality, "refund") end },

  must { "il capofila dev'essere uno solo",
    of = function(s) return is(count(s.municipality, function(m) return m.lead end), 1) end },
}
