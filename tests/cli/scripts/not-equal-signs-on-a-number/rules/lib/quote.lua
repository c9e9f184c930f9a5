function share(a, b) if b ~= 0 then return a / b end return a end
