return subject {
  score = points {},
  gross = money { of = function(e) return e.net + e.tax end },
  tax   = money { of = function(e) return e.base * "20%" end },
  base  = money { of = function(e) return e.gross end },
  net   = money { value = 100 },
}
