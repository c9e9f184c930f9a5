function share(a) return a * 8,5 end
