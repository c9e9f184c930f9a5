function share(a) return a * 1e400 end
