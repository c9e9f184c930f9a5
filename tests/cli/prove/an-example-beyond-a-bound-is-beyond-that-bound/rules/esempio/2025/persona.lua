return subject {
  title = "Premio",
  done   = whole { min = 0, max = 10, title = "Fatti" },
  change = number { min = -2, max = 2, step = 1, title = "Variazione" },
  score  = number { min = 0, max = 20, title = "Indice",
    of = function(s)
      if is(s.change, 0) then return 0 end
      return s.done / s.change
    end },
  pay = money { value = 10, title = "x" },
  due = money { title = "Dovuto", payable = true, round = "cent", of = function(s) return s.pay * most(s.score, 0) end },
}
