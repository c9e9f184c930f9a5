function share(a) return least(a = 5, 10) end
