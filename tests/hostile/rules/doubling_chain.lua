-- TRIES: a chain of functions each of which calls the one before twice
-- EXPECT: must fail: time
-- CORRECT: the steps of the whole chain are not taken for those of one function
-- PLAIN-LUA: hang
local function f0(n) return n end
local function f1(n) return f0(f0(n)) end
local function f2(n) return f1(f1(n)) end
local function f3(n) return f2(f2(n)) end
local function f4(n) return f3(f3(n)) end
local function f5(n) return f4(f4(n)) end
local function f6(n) return f5(f5(n)) end
local function f7(n) return f6(f6(n)) end
local function f8(n) return f7(f7(n)) end
local function f9(n) return f8(f8(n)) end
local function f10(n) return f9(f9(n)) end
local function f11(n) return f10(f10(n)) end
local function f12(n) return f11(f11(n)) end
local function f13(n) return f12(f12(n)) end
local function f14(n) return f13(f13(n)) end
local function f15(n) return f14(f14(n)) end
local function f16(n) return f15(f15(n)) end
local function f17(n) return f16(f16(n)) end
local function f18(n) return f17(f17(n)) end
local function f19(n) return f18(f18(n)) end
local function f20(n) return f19(f19(n)) end
local function f21(n) return f20(f20(n)) end
local function f22(n) return f21(f21(n)) end
local function f23(n) return f22(f22(n)) end
local function f24(n) return f23(f23(n)) end
local function f25(n) return f24(f24(n)) end
local function f26(n) return f25(f25(n)) end
local function f27(n) return f26(f26(n)) end
local function f28(n) return f27(f27(n)) end
local function f29(n) return f28(f28(n)) end
local function f30(n) return f29(f29(n)) end
local function f31(n) return f30(f30(n)) end
local function f32(n) return f31(f31(n)) end
local function f33(n) return f32(f32(n)) end
local function f34(n) return f33(f33(n)) end
local function f35(n) return f34(f34(n)) end
local function f36(n) return f35(f35(n)) end
local function f37(n) return f36(f36(n)) end
local function f38(n) return f37(f37(n)) end
local function f39(n) return f38(f38(n)) end
local function f40(n) return f39(f39(n)) end
local function f41(n) return f40(f40(n)) end
local function f42(n) return f41(f41(n)) end
local function f43(n) return f42(f42(n)) end
local function f44(n) return f43(f43(n)) end
local function f45(n) return f44(f44(n)) end
local function f46(n) return f45(f45(n)) end
local function f47(n) return f46(f46(n)) end
local function f48(n) return f47(f47(n)) end
local function f49(n) return f48(f48(n)) end
local function f50(n) return f49(f49(n)) end
local function f51(n) return f50(f50(n)) end
local function f52(n) return f51(f51(n)) end
local function f53(n) return f52(f52(n)) end
local function f54(n) return f53(f53(n)) end
local function f55(n) return f54(f54(n)) end
local function f56(n) return f55(f55(n)) end
local function f57(n) return f56(f56(n)) end
local function f58(n) return f57(f57(n)) end
local function f59(n) return f58(f58(n)) end
local function f60(n) return f59(f59(n)) end
return subject {
  title = "Formula", top = true,
  titolo = text { title = "Titolo" },
  voto = points { title = "Voto", of = function(s) return f60(1) end },
}
