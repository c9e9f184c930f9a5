-- TRIES: multiplies whole numbers that stand in a plain table, in a function called of
-- EXPECT: must fail: error
-- CORRECT: the exact product, too large for a mark
-- PLAIN-LUA: ok
local tariff = { of = function(p) return p.rate * p.hours end }
local x = tariff.of({ rate = 5000000000, hours = 4000000000 })
if x < "20000000000000000000" then return 7 end
local missing
return x + missing
