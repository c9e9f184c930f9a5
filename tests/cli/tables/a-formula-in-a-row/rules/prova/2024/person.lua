local weights = keyed "weights" {
  C = function(s) return s.a end,
}
return subject { a = money {} }
