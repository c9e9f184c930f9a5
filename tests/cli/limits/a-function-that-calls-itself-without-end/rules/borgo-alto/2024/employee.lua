function share(x)
  return share(x) + 1
end

return subject {
  title = "Dipendente",
  fund = money { title = "Fondo" },
  pay = money { title = "Premio", payable = true, round = "cent",
    of = function(s)
      return share(s.fund)
    end },
}
