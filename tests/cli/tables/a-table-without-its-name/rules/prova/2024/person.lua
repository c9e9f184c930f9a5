local weights = keyed { C = "30%" }
return subject { a = money {} }
