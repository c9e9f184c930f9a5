--[[ Quota del Comune
function share(a) return a * "10%" end
