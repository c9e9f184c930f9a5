function share(a) use "lib/convention" return a end
