base = share(100)
function share(a) return a * "10%" end
