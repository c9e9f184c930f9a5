function share(a) least(a, 5) = a return a end
