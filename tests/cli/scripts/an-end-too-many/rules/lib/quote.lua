function share(a) return a end end
