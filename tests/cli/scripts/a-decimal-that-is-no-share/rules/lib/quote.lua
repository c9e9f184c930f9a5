function share(a) return a * 12.5 end
