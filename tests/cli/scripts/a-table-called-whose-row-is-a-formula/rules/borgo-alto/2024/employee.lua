local bonus = bands "bonus" {
  { from = 0, to = 100, give = function(score) return score * "0.5" end },
}
return subject {
  score = points {},
  half  = points { of = function(e) return bonus(e.score) end },
}
