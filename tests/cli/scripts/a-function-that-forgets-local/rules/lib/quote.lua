function share(a) part = a * "10%" return part end
