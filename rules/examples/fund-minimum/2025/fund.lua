-- Il fondo: le retribuzioni di posizione stanno nei limiti del contratto, e il risultato è almeno il 15 %
-- del totale (posizione più risultato).
use "lib/funds"
use "national/positions"
use "national/result_fund"
use "lib/caps"

return subject {
  title = "Fondo delle elevate qualificazioni",

  minimum_rate = percent { dated = result_fund_share, by = "period end",
    title = "Parte minima del totale per il risultato" },
  ordinary_low  = money { dated = position_pay, by = "period end", give = "least" },
  ordinary_high = money { dated = position_pay, by = "period end", give = "most" },
  reduced_low   = money { dated = position_pay, by = "period end", give = "least_reduced" },
  reduced_high  = money { dated = position_pay, by = "period end", give = "most_reduced" },

  result_fund = money { title = "Fondo di risultato stanziato" },

  post = list {
    title = "Incarichi",

    name = text   { title = "Incarico", column = "Incarico" },
    kind = choice { { "ordinary", "incarico ordinario" }, { "reduced", "caso dell'art. 16 c. 4" },
      title = "Caso" },
    position = money { title = "Retribuzione di posizione", column = "Posizione" },

    low  = money { title = "Minimo",  column = "Minimo",
      of = function(p, s)
        if is(p.kind, "reduced") then return s.reduced_low end
        return s.ordinary_low
      end },
    high = money { title = "Massimo", column = "Massimo",
      of = function(p, s)
        if is(p.kind, "reduced") then return s.reduced_high end
        return s.ordinary_high
      end },

    must { "la retribuzione di {name} è {position}, fuori dai limiti: da {low} a {high}", at = "position",
      of = function(p) return within(p.position, p.low, p.high) end },
  },

  position = money { title = "Totale delle retribuzioni di posizione",
    of = function(s) return sum(s.post, "position") end },

  -- In su: con un centesimo di meno il 15 % non c'è.
  minimum = money { title = "Fondo di risultato minimo", round = { step = "0.01", mode = "up" },
    of = function(s) return least_result_fund(s.position, s.minimum_rate) end },
  share   = percent { title = "Parte del totale per il risultato", round = { step = "0.01%", mode = "down" },
    note = "troncata, per leggerla: si vede 15 % soltanto se il 15 % c'è davvero",
    of = function(s) return result_share_of_total(s.position, s.result_fund) end },

  must { "il fondo di risultato {result_fund} è il {share} del totale: deve essere almeno {minimum}",
    at = "result_fund",
    of = function(s) return s.result_fund >= s.minimum end },
}
