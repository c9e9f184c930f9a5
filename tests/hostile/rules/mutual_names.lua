-- TRIES: two functions of the file that call one another, the second defined after the first
-- EXPECT: must fail: time
-- CORRECT: a function that stands further down is not taken for one that ends
-- PLAIN-LUA: hang
function f(n) return g(n) end
function g(n) return f(n) end
return subject {
  title = "Formula", top = true,
  titolo = text { title = "Titolo" },
  voto = points { title = "Voto", of = function(s) return f(1) end },
}
