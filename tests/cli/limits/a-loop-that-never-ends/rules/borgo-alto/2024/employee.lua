return subject {
  title = "Dipendente",
  fund = money { title = "Fondo" },
  pay = money { title = "Premio", payable = true, round = "cent",
    of = function(s)
      local parts = 1
      while parts > 0 do parts = parts + 1 end
      return s.fund
    end },
}
