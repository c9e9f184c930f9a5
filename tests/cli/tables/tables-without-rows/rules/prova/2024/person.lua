local weights = keyed "weights" { title = "Pesi" }
local coverage = dated "coverage" { title = "Quota" }
return subject { a = money {} }
