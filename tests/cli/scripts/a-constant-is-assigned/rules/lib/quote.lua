function share(a)
  local rate <const> = "10%"
  rate = "12%"
  return a * rate
end
