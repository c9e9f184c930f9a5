return subject {
  title = "Performance organizzativa",
  area = list {
    title  = "Aree",
    from   = "plan.areas",
    ignore = { "responsible" },
    posts  = "prefetto",
    name   = text { title = "Area", planned = "title" },
  },
}
