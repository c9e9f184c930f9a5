local points_of = keyed "points_of" { a = 4, b = 6, c = 8, d = 10 }

return subject {
  c1 = choice { "a", "b", "c", "d", title = "1" },
  c2 = choice { "a", "b", "c", "d", title = "2" },
  c3 = choice { "a", "b", "c", "d", title = "3" },
  c4 = choice { "a", "b", "c", "d", title = "4" },
  c5 = choice { "a", "b", "c", "d", title = "5" },
  c6 = choice { "a", "b", "c", "d", title = "6" },
  score = points { title = "Punti", max = 60,
    of = function(s)
      return 0 + points_of(s.c1) + points_of(s.c2) + points_of(s.c3) + points_of(s.c4) + points_of(s.c5) + points_of(s.c6)
    end },
}
