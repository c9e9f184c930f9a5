return subject {
  title = "Performance organizzativa",
  area = list {
    title  = "Aree",
    from   = "plan.areas",
    ignore = "responsible",
    name   = text { title = "Area", planned = "title" },
  },
}
