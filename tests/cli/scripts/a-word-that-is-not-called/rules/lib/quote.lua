function share(a) local f = least return f(a, 5) end
