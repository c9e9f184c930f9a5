/* What evaluations that are tried tell: where a formula cannot be followed, each of them says what
 * it read, and so more inputs come to light while they are tried. */
#include "proofs.h"

/* From 5 on the figure is less, and rests on more inputs than a list of sixteen holds. What it is
 * before is in no evaluation that has a result: `floor` refuses it. */
static const char grown_as_it_falls[] =
    "return subject { l = list { name = text {} }, x = whole { min = 0, max = 10 },\n"
    "  floor = whole { min = 5, title = 'F', of = function(s) return s.x end },\n"
    "  a = flag {}, b = flag {}, c = flag {}, d = flag {}, e = flag {}, f = flag {},\n"
    "  g = flag {}, h = flag {}, i = flag {}, j = flag {}, k = flag {}, m = flag {},\n"
    "  n = flag {}, o = flag {}, p = flag {}, q = flag {},\n"
    "  y = whole { title = 'Y', increasing = { 'x' }, of = function(s)\n"
    "    for _, each in ipairs(s.l) do local name = each.name end\n"
    "    if s.x < 5 then return s.x + 10 end\n"
    "    local some = s.a or s.b or s.c or s.d or s.e or s.f or s.g or s.h or s.i or s.j\n"
    "      or s.k or s.m or s.n or s.o or s.p or s.q\n"
    "    return 5 end } }\n";

static void a_fall_that_brings_inputs_to_light_is_no_fall_yet(void **state)
{
    (void)state;
    assert_proves(grown_as_it_falls, 2000);
    assert_verdict(PAG_CLAIM_MOVES, 0, PAG_NOT_PROVEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_fall_that_brings_inputs_to_light_is_no_fall_yet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
