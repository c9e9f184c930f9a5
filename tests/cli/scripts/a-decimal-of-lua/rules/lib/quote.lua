function share(a) return a * 0.25 end
