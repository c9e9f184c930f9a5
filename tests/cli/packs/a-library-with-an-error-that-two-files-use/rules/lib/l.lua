function f(x)
  local whole = x
  return whole
end
