return subject {
  title = "Dipendente",
  fund = money { title = "Fondo" },
  pay = money { title = "Premio", payable = true, round = "cent",
    of = function(s)
      local words = "a"
      for i = 1, 40 do words = words .. words end
      return s.fund
    end },
}
