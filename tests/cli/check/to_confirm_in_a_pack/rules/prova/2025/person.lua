use "lib/limits"

return subject {
  limit = percent { title = "Limite", dated = limits, by = "period end" },
}
