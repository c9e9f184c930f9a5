use "national/rates"

function twice(base)
  return base * 2
end

function least_pay(base)
  return base * rates(period.to, "least")
end
