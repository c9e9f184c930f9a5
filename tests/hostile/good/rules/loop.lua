local t = 0
for i = 1, 1000 do t = t + 1 end
return t / 100
