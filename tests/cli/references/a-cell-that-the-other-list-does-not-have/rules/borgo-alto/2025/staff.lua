return subject {
  area = ref { to = "office.area" },
  x    = points { of = function(s) return s.area.scor end },
}
