local rate = bands "rate" { gaps = "refuse", { from = "0%", to = "50%", give = "10%" }, { from = "60%", to = "100%", give = "20%" } }

return subject {
  base  = money { title = "Base" },
  tests = whole { title = "Prove superate", min = 0, max = 20 },
  pay   = money { title = "Premio", payable = true, round = "cent",
    of = function(s) return s.base * rate(s.tests * "5%") end },
}
