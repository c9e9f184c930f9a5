return subject {
  title = "Premio",
  q    = percent { max = "100%", step = "25%" },
  p    = percent { max = "100%", step = "25%" },
  base = money { max = 100, step = 100 },
  lim = percent { title="limite", max = "50%", of = function(s) return s.p * s.q end },
  pay  = money { payable = true, round = "cent", increasing = {"p"},
    of = function(s) if s.p * s.q > "50%" then return s.base / 2 end return s.base end },
}
