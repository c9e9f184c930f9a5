local punti = keyed "punti" { base = 30, alto = 80 }
local quota = bands "quota" { { from = 0, to = 50, give = "10%" }, { above = 50, to = 100, give = "20%" } }
local indice = dated "indice" {
  { from = "2023-01-01", to = "2024-06-30", give = "10%" },
  { from = "2024-07-01", to = "2024-12-31", give = "30%" },
}
local peso = keyed "peso" { operatori = "100%", istruttori = "115%", funzionari = "130%" }

return subject {
  title   = "Ente",
  fondo   = money { title = "Fondo", max = 10000 },
  voto    = points { title = "Voto", max = 60, step = 1 },
  parte   = percent { title = "Parte", bands = quota, by = "voto" },
  livello = choice { "base", "alto", title = "Livello" },
  premio  = money { title = "Premio", payable = true, round = "cent", of = function(s)
    return s.fondo * s.parte + s.fondo * quota(punti(s.livello))
  end },
  persona = list {
    title = "Persone",
    nome  = text { title = "Nome" },
    area  = choice { "operatori", "istruttori", "funzionari", title = "Area" },
    dal   = date { title = "Dal" },
    base  = money { title = "Base" },
    paga  = money { title = "Paga", payable = true, round = "cent", of = function(p)
      return p.base * peso(p.area) * indice(p.dal)
    end },
  },
}
