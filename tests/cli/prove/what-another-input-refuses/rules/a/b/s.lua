return subject { title = "S",
  kind  = choice { "a", "b", title = "Kind" },
  done  = whole  { title = "Done", min = 0, max = 1 },
  ratio = number { title = "Ratio", of = function(s) if is(s.kind, "b") then return 1 end return 1 / (1 - s.done) end },
  euro  = money  { value = 100, title = "E" },
  pay   = money  { title = "Pay", payable = true, round = "cent", decreasing = { "done" },
    of = function(s) return s.done * s.euro end },
}
