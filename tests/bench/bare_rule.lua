-- The same rule in plain Lua and whole cents: what the engine is compared with. No units, no exact
-- fractions, no trace, no sandbox, and bands that nothing but this function understands.
local ceiling = 10

local function sum(marks)
  local total = 0
  for i = 1, #marks do total = total + marks[i] end
  return total
end

local function look_up(score)
  if score <= 40 then return 0 end
  if score <= 50 then return 4 end
  if score <= 70 then return 6 end
  if score <= 85 then return 8 end
  return 10
end

local least = math.min

-- Fills total, rate and pay of every municipality and the pay of the record. Shares and rates are in
-- percent units, so the amount is in ten-thousandths of a cent before it is rounded.
return function(record)
  local base, pay = record.salary + record.supplement, 0
  local members = record.members
  for i = 1, #members do
    local m = members[i]
    local total = sum(m.marks)
    local rate = look_up(total)
    local exact = (base * m.share + m.fees * 100) * least(rate, ceiling)
    local cents = (exact + 5000) // 10000
    m.total, m.rate, m.pay = total, rate, cents
    pay = pay + cents
  end
  record.pay = pay
end
