return subject {
  title = "Dipendente",
  hired   = date { title = "Assunto il" },
  manager = flag { title = "Incarico di elevata qualificazione" },
  pay     = money { title = "Premio", payable = true, round = "cent",
    of = function(s) if s.manager then return "100" end return "0" end },
}
