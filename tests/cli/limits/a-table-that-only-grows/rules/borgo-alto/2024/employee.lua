return subject {
  title = "Dipendente",
  fund = money { title = "Fondo" },
  pay = money { title = "Premio", payable = true, round = "cent",
    of = function(s)
      local rows = {}
      for i = 1, 10000000 do rows[i] = { i } end
      return s.fund
    end },
}
