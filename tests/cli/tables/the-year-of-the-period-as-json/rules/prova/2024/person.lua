return subject {
  title   = "Persona",
  paid_in = whole { title = "Anno del pagamento" },
  counts  = flag  { title = "Conta",
    of = function(s) return is(s.paid_in, period.year) end },
  pay     = money { title = "Importo", payable = true, round = "cent",
    of = function(s)
      if s.counts then return 100 end
      return 0
    end },
}
