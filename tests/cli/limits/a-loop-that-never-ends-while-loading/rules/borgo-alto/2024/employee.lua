local n = 1
while n > 0 do n = n + 1 end

return subject {
  title = "Dipendente",
  fund = money { title = "Fondo" },
  pay = money { title = "Premio", payable = true, round = "cent",
    of = function(s)
      return s.fund
    end },
}
