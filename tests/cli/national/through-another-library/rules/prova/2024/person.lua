use "lib/pay"

return subject {
  base = money {},
  pay  = money { payable = true, round = "cent", of = function(s) return twice(s.base) end },
}
