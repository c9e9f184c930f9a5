if true then rate = "10%" end
