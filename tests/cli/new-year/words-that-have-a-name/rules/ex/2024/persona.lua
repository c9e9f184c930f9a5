local grave = "verbal"
local words = { "written" }

return subject {
  title    = "Persona",
  full     = money { title = "Intero" },
  sanction = choice { { "none", "nessuna" }, { "verbal", "verbale" }, { "written", "scritto" }, title = "Sanzione" },
  half     = money { title = "Metà", of = function(s) if above(s.sanction, words[1]) then return 0 end return s.full end },
  pay      = money { title = "Importo", payable = true, round = "cent",
    of = function(s) if above(s.sanction, grave) then return 0 end return s.half end },
}
