function share(a) if a > 5 return a end return 0 end
