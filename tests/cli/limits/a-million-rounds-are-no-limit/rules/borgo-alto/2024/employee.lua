return subject {
  title = "Dipendente",
  fund = money { title = "Fondo" },
  pay = money { title = "Premio", payable = true, round = "cent",
    of = function(s)
      local n = 0
      for i = 1, 1000000 do n = n + 1 end
      return s.fund
    end },
}
