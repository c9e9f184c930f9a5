function share(a) return a end
function share(a) return a * "10%" end
