local marks = { uno = 1, due = 2, tre = 4 }
local t = 0
for name, mark in pairs(marks) do t = t + mark end
return t
