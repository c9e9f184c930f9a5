function share(a) return a * 1234567890123456 end
