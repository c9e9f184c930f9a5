local marks = { 0, 1, 2, 3, 4 }

return subject {
  conduct = sheet { title = "Comportamenti", marks = to_confirm(marks, "la scala non è pubblicata"),
    criteria = to_confirm({
      { id = "cura", title = "Cura", weight = "50%" },
      { id = "puntualita", title = "Puntualità", weight = "50%" },
    }, "i pesi non sono pubblicati") },
  full = money  { value = 100 },
  best = points { value = marks[#marks] },
  pay  = money { title = "Premio", payable = true, round = "cent",
    of = function(s) return s.full * (sum(s.conduct) / s.best) end },
}
