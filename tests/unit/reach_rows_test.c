/* What is found out about rows of tables and about formulas that nobody can follow: which inputs
 * lead to a row, and that the same question costs nothing the second time. */
#include "packs.h"
#include "reach/reach.h"

static pag_reach *reach;

static void assert_reaches(const char *rules)
{
    assert_loads(rules);
    reach = pag_reach_create(&packs.arena, packs.pack, PAG_REACH_BARE);
}

/* --- too many ways --- */

/* Each of these is asked by itself, so there are twice as many ways with every one. */
static const char too_many_ways[] =
    "return subject {\n"
    "  a = points {}, b = points {}, c = points {}, d = points {}, e = points {}, f = points {},\n"
    "  g = points {}, h = points {}, i = points {}, j = points {}, k = points {}, l = points {},\n"
    "  must { 'no', of = function(s)\n"
    "    local n = 0\n"
    "    if s.a > 1 then n = n + 1 end if s.b > 1 then n = n + 1 end\n"
    "    if s.c > 1 then n = n + 1 end if s.d > 1 then n = n + 1 end\n"
    "    if s.e > 1 then n = n + 1 end if s.f > 1 then n = n + 1 end\n"
    "    if s.g > 1 then n = n + 1 end if s.h > 1 then n = n + 1 end\n"
    "    if s.i > 1 then n = n + 1 end if s.j > 1 then n = n + 1 end\n"
    "    if s.k > 1 then n = n + 1 end if s.l > 1 then n = n + 1 end\n"
    "    return n < 12 end } }\n";

static void a_formula_with_too_many_ways_is_followed_once(void **state)
{
    (void)state;
    assert_reaches(too_many_ways);
    const pag_group *group = pag_pack_subject(packs.pack, 0);
    const pag_formula *must = &group->conditions[0].of;
    assert_null(pag_reach_test(reach, group, must));
    size_t used = packs.arena.used;
    for (int i = 0; i < 20; i++) assert_null(pag_reach_test(reach, group, must));
    assert_int_equal(packs.arena.used, used);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_formula_with_too_many_ways_is_followed_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
