return subject {
  title = "Performance organizzativa",
  area = list {
    title  = "Aree",
    from   = "plan.areas",
    ignore = { "responsible" },
    name   = text { title = "Area", planned = "title" },
    base   = money { title = "Base" },
    pay    = money { title = "Premio", payable = true, round = "cent", of = function(a) return a.base end },
  },
}
