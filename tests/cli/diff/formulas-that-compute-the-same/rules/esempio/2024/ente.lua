return subject {
  title  = "Ente",
  fondo  = money { title = "Fondo" },
  giorni = whole { title = "Giorni", min = 0, max = 366 },
  voto   = points { title = "Voto", max = 100 },
  presente = flag { title = "Presente" },
  meta  = money { title = "Metà", payable = true, round = "cent", of = function(s) return s.fondo / 2 * s.giorni end },
  parte = money { title = "Parte", payable = true, round = "cent", of = function(s) return s.fondo * s.giorni / most(s.giorni, 1) end },
  soglia = money { title = "Soglia", payable = true, round = "cent", of = function(s)
    if s.giorni >= 5 then return s.fondo end
    return s.fondo / 2
  end },
  prova = percent { title = "Prova", of = function(s)
    if s.presente and s.giorni > 100 then return "100%" end
    return "0%"
  end },
  tetto = points { title = "Tetto", of = function(s) return least(s.voto, 60) end },
  resto = points { title = "Resto", of = function(s) return most(s.voto - 60, 0) end },
}
