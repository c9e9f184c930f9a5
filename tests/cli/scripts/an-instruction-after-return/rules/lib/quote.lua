function share(a) return a local b = a end
