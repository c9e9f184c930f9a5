local s = ""
for i = 1, 200 do s = s .. "riga" end
if is(s, "") then return 0 end
return 7
