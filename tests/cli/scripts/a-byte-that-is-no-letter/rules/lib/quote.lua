-- Quota del Comune: città
function share(a, b) return a / b end
