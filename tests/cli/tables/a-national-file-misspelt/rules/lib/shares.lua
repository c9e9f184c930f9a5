function share(a, b)
  return a * b
end
