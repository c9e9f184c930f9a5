function share(a) rates.d = a return a end
rates = { d = 5 }
