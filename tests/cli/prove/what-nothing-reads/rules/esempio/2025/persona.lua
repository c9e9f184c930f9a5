return subject {
  title   = "Persona",
  base    = money { title = "Base" },
  inutile = money { title = "Inutile" },
  quota   = percent { title = "Quota", value = "5%" },
  mezza   = money { of = function(p) return p.base / 2 end },
  paga    = money { title = "Paga", payable = true, round = "cent", of = function(p) return p.base end },
}
