local function down(n)
  if n < 1 then return 0 end
  return 1 + down(n - 1)
end
return down(7)
