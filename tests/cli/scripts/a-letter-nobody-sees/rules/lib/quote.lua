function sha​re(a) return a * "10%" end
