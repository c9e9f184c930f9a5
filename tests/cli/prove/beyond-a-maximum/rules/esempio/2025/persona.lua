return subject {
  title  = "Persona",
  prima  = points { title = "Prima parte", max = 60 },
  seconda = points { title = "Seconda parte", max = 50 },
  totale = points { title = "Totale", max = 100, of = function(p) return p.prima + p.seconda end },
  resto  = points { title = "Resto", min = 0,
    of = function(p)
      local r = 0
      for i = 1, 3 do r = r + p.totale - p.prima end
      return r
    end },
}
