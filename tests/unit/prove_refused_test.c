/* What refuses an evaluation may be another input than those that are tried: then it hides nothing
 * for good, and what was not seen there is not proven. Each of these promises is false, and was
 * called proven by trying all. */
#include "proofs.h"

#define GATED(beside)                                                                              \
    "return subject { kind = choice { 'a', 'b' }, done = whole { min = 0, max = 1 },\n"            \
    "  euro = money { value = 100 },\n" beside                                                     \
    "  pay = money { payable = true, round = 'cent', decreasing = { 'done' },\n"                   \
    "    of = function(s) return s.done * s.euro end } }\n"

static void assert_shown_with(const char *kind)
{
    assert_verdict(PAG_CLAIM_MOVES, 0, PAG_REFUTED);
    assert_shows(claim(PAG_CLAIM_MOVES, 0), kind);
    assert_shows(claim(PAG_CLAIM_MOVES, 0), "done: 0");
}

static void another_cell_that_divides_by_zero_hides_no_rise(void **state)
{
    (void)state;
    assert_proves(GATED("  ratio = number { of = function(s) if is(s.kind, 'b') then return 1 end\n"
                        "    return 1 / (1 - s.done) end },\n"),
                  1000);
    assert_shown_with("kind: b");
}

static void another_cell_below_its_bound_hides_no_rise(void **state)
{
    (void)state;
    assert_proves(GATED("  low = whole { min = 0, of = function(s)\n"
                        "    if is(s.kind, 'b') then return 1 end return 0 - s.done end },\n"),
                  1000);
    assert_shown_with("kind: b");
}

static void another_cell_without_a_band_hides_no_rise(void **state)
{
    (void)state;
    const char *rules =
        GATED("  score = points { of = function(s)\n"
              "    if is(s.kind, 'b') then return 1 end return 1 + s.done * 9 end },\n"
              "  band = percent { bands = t, by = 'score' },\n");
    assert_proves(
        packs_join("local t = bands 't' { { from = 0, to = 5, give = '1%' } }\n", rules, ""), 1000);
    assert_shown_with("kind: b");
}

static void a_condition_on_other_inputs_hides_no_rise(void **state)
{
    (void)state;
    assert_proves(
        GATED("  must { 'no', of = function(s) return is(s.kind, 'b') or s.done < 1 end },\n"),
        1000);
    assert_shown_with("kind: b");
}

static void what_may_be_left_out_hides_no_rise(void **state)
{
    (void)state;
    assert_proves("return subject { extra = whole { min = 0, max = 1, optional = true },\n"
                  "  done = whole { min = 0, max = 1 }, euro = money { value = 100 },\n"
                  "  low = whole { min = 1, of = function(s)\n"
                  "    if s.extra ~= nil then return s.done + s.extra end return s.done end },\n"
                  "  pay = money { payable = true, round = 'cent', decreasing = { 'done' },\n"
                  "    of = function(s) return s.done * s.euro end } }\n",
                  1000);
    assert_shown_with("extra: 1");
}

static void what_the_period_refuses_hides_no_rise(void **state)
{
    (void)state;
    assert_proves(GATED("  last = number { of = function(s) if s.done < 1 then return 1 end\n"
                        "    return 1 / (days(period.from, period.to) - 366) end },\n"),
                  1000);
    assert_verdict(PAG_CLAIM_MOVES, 0, PAG_NOT_PROVEN);
}

static void what_is_refused_whatever_else_is_given_is_left_out(void **state)
{
    (void)state;
    assert_proves(GATED("  ratio = number { of = function(s) return 1 / (1 - s.done) end },\n"),
                  1000);
    assert_verdict(PAG_CLAIM_MOVES, 0, PAG_TRIED);
    assert_proves(GATED("  low = whole { min = 0, of = function(s) return 0 - s.done end },\n"),
                  1000);
    assert_verdict(PAG_CLAIM_MOVES, 0, PAG_TRIED);
}

/* A bound that is kept only where another cell refuses: with another word it is broken. */
static void what_refuses_a_bound_by_other_inputs_does_not_keep_it(void **state)
{
    (void)state;
    assert_proves(
        "return subject { kind = choice { 'a', 'b' }, x = whole { min = 0, max = 3 },\n"
        "  must { 'no', of = function(s) return is(s.kind, 'b') or s.x < 3 end },\n"
        "  y = points { max = 4, of = function(s) return s.x * 10 - s.x * '8.5' end } }\n",
        1000);
    assert_int_not_equal(claim(PAG_CLAIM_WITHIN, 0)->verdict, PAG_TRIED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(another_cell_that_divides_by_zero_hides_no_rise),
        TEST(another_cell_below_its_bound_hides_no_rise),
        TEST(another_cell_without_a_band_hides_no_rise),
        TEST(a_condition_on_other_inputs_hides_no_rise),
        TEST(what_may_be_left_out_hides_no_rise),
        TEST(what_the_period_refuses_hides_no_rise),
        TEST(what_is_refused_whatever_else_is_given_is_left_out),
        TEST(what_refuses_a_bound_by_other_inputs_does_not_keep_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
