local function is_strict(s) return is(s.reading, "law") end

return subject {
  title   = "Persona",
  reading = choice { { "law", "come la legge" }, { "old", "come l'anno prima" }, value = "old", title = "Lettura" },
  base    = money { title = "Base" },
  pay     = money { title = "Premio", payable = true, round = "cent", of = function(s) return s.base end },
  warn { "la lettura è «{reading}»: la legge ne vuole un'altra", of = function(s) return is_strict(s) or is(s.reading, "law") end },
  warn { "la base {base} è alta", of = function(s) return s.base < 1000 end },
}
