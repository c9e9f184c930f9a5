local last = period.to
return subject { a = money {} }
