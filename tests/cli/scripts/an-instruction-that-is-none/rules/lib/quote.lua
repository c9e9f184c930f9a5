function share(a) a + 5 return a end
