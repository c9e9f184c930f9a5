-- interim non previsti quest'anno: chi ne scrive è fermato
return subject { title = "Interim", optional = true, allowed = flag { value = false, title = "Previsti" },
  base = money { title = "Base" }, pay = money { payable = true, title = "Importo", round = "cent", of = function(s) return s.base end },
  must { "gli interim non sono previsti", of = function(s) return s.allowed end } }
