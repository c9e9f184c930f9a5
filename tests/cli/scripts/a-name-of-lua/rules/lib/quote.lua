function share(a) return _G.math.floor(a) end
