function share(a, b) if a != b && b > 0 then return a end return b end
