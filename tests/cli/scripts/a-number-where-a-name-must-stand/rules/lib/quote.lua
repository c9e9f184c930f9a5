function share(a) local 5 = a return a end
