function qualità(a) return a * "10%" end
