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

static const pag_cell *cell(const char *name)
{
    const pag_cell *found = pag_group_cell(pag_pack_subject(packs.pack, 0), pag_str_from(name));
    assert_non_null(found);
    return found;
}

/* The one input that makes the cell that; "" when none is found. */
static const char *input_for(const char *name, const char *value)
{
    pag_causes causes;
    pag_number target;
    assert_int_equal(pag_number_parse(&packs.arena, pag_str_from(value), &target), PAG_NUMBER_OK);
    if (!pag_reach_solve(reach, cell(name), target, 0, &causes)) return "";
    assert_int_equal(causes.n, 1);
    return packs_text(causes.at[0].text);
}

/* --- a table that rounds --- */

/* `score` declares what is looked up. */
static void assert_rounding(const char *score)
{
    assert_reaches(packs_join("local pay = bands 'pay' { round = 0, gaps = 'reach up',\n"
                              "  { from = 0, to = 40, give = 10 }, { from = 41, give = 20 } }\n"
                              "return subject { ",
                              score, ",\n  got = money { bands = pay, by = 'x' } }\n"));
}

static void a_row_is_led_to_by_what_its_table_rounds_to_it(void **state)
{
    (void)state;
    assert_rounding("x = points { min = '40.3', max = '40.3', step = '0.1' }");
    assert_string_equal(input_for("got", "10"), "40.3");
    assert_string_equal(input_for("got", "20"), "");
    assert_rounding("x = points { min = '40.6', max = '40.6', step = '0.1' }");
    assert_string_equal(input_for("got", "10"), "");
    assert_string_equal(input_for("got", "20"), "40.6");
}

static void halves_are_rounded_away_from_zero_there_too(void **state)
{
    (void)state;
    assert_rounding("x = points { min = '40.5', max = '40.5', step = '0.1' }");
    assert_string_equal(input_for("got", "10"), "");
    assert_string_equal(input_for("got", "20"), "40.5");
    assert_rounding("x = number { min = '-0.5', max = '-0.5' }");
    assert_string_equal(input_for("got", "10"), "");
    assert_rounding("x = number { min = '-0.4', max = '-0.4' }");
    assert_string_equal(input_for("got", "10"), "-0.4");
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
        TEST(a_row_is_led_to_by_what_its_table_rounds_to_it),
        TEST(halves_are_rounded_away_from_zero_there_too),
        TEST(a_formula_with_too_many_ways_is_followed_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
