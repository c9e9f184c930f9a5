return subject {
  score  = points {},
  result = choice { "buono", "ottimo",
    of = function(e) if e.score > 80 then return "otimo" end return "buono" end },
}
