local marks = { 4, 6, 8 }

local function many(wanted)
  local n = 0
  if wanted then n = #marks else n = 1 end
  repeat n = n + #marks until n > 4
  local m = #marks if wanted then n = n + m end
  return n
end

return subject { title = "S",
  f = flag { title = "F" },
  c = number { title = "C", of = function(s) return many(s.f) end },
}
