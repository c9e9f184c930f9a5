function share(s) return s:salary() end
