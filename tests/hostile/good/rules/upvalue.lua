local half = "1/2"
local function part(x) return x * half end
return part(14)
