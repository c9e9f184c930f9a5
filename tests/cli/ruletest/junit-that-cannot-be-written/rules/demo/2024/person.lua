-- Un ente inventato, per le prove delle prove.
local steps = bands "steps" {
  gaps = "refuse",
  { from =  0, to =  40, give = "0%"  },
  { from = 41, to = 100, give = "10%" },
}

return subject {
  base = money { title = "Base" },
  part = list {
    name  = text    { title = "Nome" },
    share = percent { title = "Quota", sum = "100%" },
    score = points  { title = "Punteggio", max = 100, of = function(p) return sum(p.marks) end },
    marks = sheet   { criteria = { { id = "a" }, { id = "b" } }, min = 0, max = 50 },
    rate  = percent { title = "Percentuale", bands = steps, by = "score" },
    pay   = money   { title = "Importo", payable = true, round = "cent",
      of = function(p, s) return s.base * p.share * p.rate end },
  },
  total = money { title = "Totale", of = function(s) return sum(s.part, "pay") end },
  must { "il totale {total} supera la base {base}", of = function(s) return s.total <= s.base end },
}
