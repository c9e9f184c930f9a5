/* Evaluations that prove makes by giving inputs other values are ones that a file could be: what
 * data must be is judged of them too. Each of these packs was called right, or wrong, by
 * evaluations that nobody can write. */
#include "proofs.h"

static void assert_not_reached(size_t row)
{
    if (claim(PAG_CLAIM_REACHED, row)->verdict == PAG_PROVEN) fail_msg("it is called reached");
}

/* --- rows that only impossible data reach --- */

static void shares_that_are_not_the_whole_reach_no_row(void **state)
{
    (void)state;
    assert_proves("local t = bands 't' { { below = '100%', give = '1%' },\n"
                  "  { from = '100%', give = '2%' } }\n"
                  "return subject { base = money { min = 0 },\n"
                  "  m = list { name = text {}, share = percent { sum = '100%' } },\n"
                  "  total = percent { of = function(s) local x = s.m[1].share - s.m[1].share\n"
                  "    for _, p in ipairs(s.m) do x = x + p.share end return x end },\n"
                  "  rate = percent { bands = t, by = 'total' },\n"
                  "  pay = money { payable = true, round = 'cent',\n"
                  "    of = function(s) return s.base * s.rate end } }\n",
                  1000);
    assert_not_reached(0);
    assert_verdict(PAG_CLAIM_REACHED, 1, PAG_PROVEN);
}

static void parts_by_shares_that_are_not_the_whole_reach_no_row(void **state)
{
    (void)state;
    assert_proves(
        "local t = bands 't' { { below = '100%', give = '0%' },\n"
        "  { from = '100%', to = '100%', give = '100%' }, { above = '100%', give = '10%' } }\n"
        "return subject { base = money { min = 0 },\n"
        "  m = list { name = text {}, share = percent { sum = '100%' },\n"
        "    paid = money { of = function(m, s) return s.base * m.share end } },\n"
        "  covered = percent { of = function(s) if s.base <= 0 then return '100%' end\n"
        "    return sum(s.m, 'paid') / s.base * '100%' end },\n"
        "  rate = percent { bands = t, by = 'covered' },\n"
        "  pay = money { payable = true, round = 'cent',\n"
        "    of = function(s) return s.base * s.rate end } }\n",
        1000);
    assert_not_reached(0);
    assert_verdict(PAG_CLAIM_REACHED, 1, PAG_PROVEN);
    assert_not_reached(2);
}

static void days_that_do_not_tile_the_period_reach_no_row(void **state)
{
    (void)state;
    assert_proves(
        "local t = bands 't' { { below = 1000, give = '1%' }, { from = 1000, give = '5%' } }\n"
        "return subject { base = money { min = 0 },\n"
        "  m = list { tiles = 'period', name = text {}, from = date {}, to = date {},\n"
        "    len = whole { of = function(p) return days(p.from, p.to) end } },\n"
        "  total = whole { of = function(s) local x = 0\n"
        "    for _, p in ipairs(s.m) do x = x + p.len end return x end },\n"
        "  rate = percent { bands = t, by = 'total' },\n"
        "  pay = money { payable = true, round = 'cent',\n"
        "    of = function(s) return s.base * s.rate end } }\n",
        1000);
    assert_verdict(PAG_CLAIM_REACHED, 0, PAG_PROVEN);
    assert_not_reached(1);
}

/* --- shares that move against one another --- */

/* Who has at most 60 % while nobody has more is paid by the share. */
static const char *shared_with(const char *ends)
{
    return packs_join(
        "return subject { base = money { value = 1000 },\n"
        "  m = list { name = text {},\n"
        "    share = percent { sum = '100%', step = '10%', min = '30%', ",
        ends,
        " },\n"
        "    pay = money { payable = true, round = 'cent', increasing = { 'share' },\n"
        "      of = function(p, s) local big = false\n"
        "        for _, q in ipairs(s.m) do if q.share > '60%' then big = true end end\n"
        "        if big then return s.base end\n"
        "        return s.base * p.share end } } }\n");
}

static void what_is_left_for_the_second_entry_is_within_its_bounds(void **state)
{
    (void)state;
    assert_proves(shared_with("max = '60%'"), 1000);
    assert_verdict(PAG_CLAIM_MOVES, 0, PAG_NOT_PROVEN);
}

static void shares_that_break_a_promise_stand_in_the_file_that_shows_it(void **state)
{
    (void)state;
    assert_proves(shared_with("max = '70%'"), 1000);
    assert_verdict(PAG_CLAIM_MOVES, 0, PAG_REFUTED);
    assert_shows(claim(PAG_CLAIM_MOVES, 0), "share: 30%");
    assert_shows(claim(PAG_CLAIM_MOVES, 0), "share: 70%");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(shares_that_are_not_the_whole_reach_no_row),
        TEST(parts_by_shares_that_are_not_the_whole_reach_no_row),
        TEST(days_that_do_not_tile_the_period_reach_no_row),
        TEST(what_is_left_for_the_second_entry_is_within_its_bounds),
        TEST(shares_that_break_a_promise_stand_in_the_file_that_shows_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
