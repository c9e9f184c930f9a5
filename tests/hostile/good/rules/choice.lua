if is(s.titolo, "Prova") then return 10 end
return 1
