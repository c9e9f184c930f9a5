return subject {
  base = money   { title = "Base" },
  one  = percent { value = "100%", title = "Intero" },
  person = list {
    name  = text    { title = "Nome" },
    share = percent { title = "Quota", sum = "100%" },
    since = date    { title = "Dal" },
    pay   = money   { title = "Premio", payable = true, round = "cent", increasing = { "share" },
      of = function(p, s) return s.base * (s.one - p.share) end },
    late  = money   { title = "Per giorno", round = "cent", increasing = { "since" },
      of = function(p, s) return s.base / most(days(period.from, p.since), 1) end },
  },
}
