local weights = keyed "weights" {
  source = "Regolamento, art. 4",
  dirigenti = { org = "70%", behaviour = "30%" },
  C         = { org = "30%", behaviour = "60%" },
}
return subject {
  category = choice { "dirigenti", "C" },
  org = percent { of = function(s)
    return weights[s.category]
  end },
  behaviour = percent { of = function(s)
    return weights(s.category)
  end },
}
