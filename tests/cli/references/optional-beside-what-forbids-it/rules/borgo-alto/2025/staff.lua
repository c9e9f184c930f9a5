return subject {
  extra   = money   { title = "Extra", optional = true, default = 0 },
  present = flag    { title = "Presente", optional = true },
  area    = ref     { to = "office.area", optional = true },
  bonus   = percent { of = function(s)
    if s.area then return "10%" end
    return "0%"
  end },
}
