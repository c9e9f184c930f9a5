function share(a) return a ^ 2 end
