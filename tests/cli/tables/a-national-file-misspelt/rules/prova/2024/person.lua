use "national/contract/coverige"
use "prova/2024/person"
return subject { a = money {} }
