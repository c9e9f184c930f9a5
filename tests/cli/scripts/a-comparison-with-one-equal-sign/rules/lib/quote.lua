function share(a) if a = 5 then return a end return 0 end
