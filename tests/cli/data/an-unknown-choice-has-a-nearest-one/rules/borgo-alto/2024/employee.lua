return subject {
  title = "Dipendente",
  contract = choice { "tempo pieno", "tempo parziale", title = "Contratto" },
  pay = money { title = "Premio", payable = true, round = "cent",
    of = function(s) if is(s.contract, "tempo pieno") then return "100" end return "50" end },
}
