/* An evaluation shows that scores have no row only where it was that table, at that look-up, with a
 * score in that gap, which ended it. */
#include "proofs.h"

static size_t count_of(pag_claim_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < proof->n_claims; i++) n += proof->claims[i].kind == kind;
    return n;
}

static pag_verdict verdict_of(const char *table)
{
    const pag_claim *found = NULL;
    for (size_t i = 0; i < proof->n_claims; i++) {
        const pag_claim *c = &proof->claims[i];
        if (c->kind != PAG_CLAIM_BANDED || strcmp(packs_text(c->table->name), table) != 0) continue;
        assert_null(found);
        found = c;
    }
    assert_non_null(found);
    return found->verdict;
}

static void another_table_that_stops_shows_nothing_of_this_one(void **state)
{
    (void)state;
    assert_proves(
        "local delay = bands 'delay' { { from = 0, to = 10, give = '50%' } }\n"
        "local total = bands 'total' { { from = 0, to = 15, give = '10%' } }\n"
        "return subject {\n"
        "  a = whole { min = 0, max = 10 }, b = whole { min = 0, max = 10 },\n"
        "  share = percent { of = function(s) return delay(s.b - s.a) + total(s.b + s.a)\n"
        "    end },\n"
        "  must { 'no', of = function(s) return s.a * s.a <= s.b * s.b end } }\n",
        1000);
    assert_int_equal(verdict_of("delay"), PAG_TRIED);
    assert_int_equal(verdict_of("total"), PAG_REFUTED);
}

static void another_way_that_stops_shows_nothing_of_what_was_not_asked(void **state)
{
    (void)state;
    assert_proves("local short = bands 'short' { { from = 0, to = 5, give = 1 } }\n"
                  "local long = bands 'long' { { from = 0, to = 15, give = 2 } }\n"
                  "return subject {\n"
                  "  x = whole { min = 0, max = 10 }, y = whole { min = 0, max = 10 },\n"
                  "  c = number { of = function(s)\n"
                  "    if s.x * s.x <= 25 then return short(s.x) end\n"
                  "    return long(s.x + s.y) end } }\n",
                  1000);
    assert_int_equal(verdict_of("short"), PAG_TRIED);
    assert_int_equal(verdict_of("long"), PAG_REFUTED);
}

static void a_call_of_the_same_table_shows_nothing_of_another_line(void **state)
{
    (void)state;
    assert_proves("local t = bands 't' { { from = 0, to = 5, give = 1 } }\n"
                  "return subject {\n"
                  "  x = whole { min = 0, max = 10 }, y = whole { min = 0, max = 10 },\n"
                  "  c = number { of = function(s)\n"
                  "    if s.x * s.x <= 25 then\n"
                  "      return t(s.x) end\n"
                  "    return t(s.y) end } }\n",
                  1000);
    assert_int_equal(count_of(PAG_CLAIM_BANDED), 2);
    for (size_t i = 0; i < 2; i++) {
        const pag_claim *c = claim(PAG_CLAIM_BANDED, i);
        assert_true(c->several);
        assert_int_equal(c->verdict, c->call->line == 6 ? PAG_TRIED : PAG_REFUTED);
    }
}

static void a_score_in_another_gap_shows_nothing_of_this_one(void **state)
{
    (void)state;
    assert_proves("local k = keyed 'k' { a = 5, b = 0, c = 9 }\n"
                  "local t = bands 't' { { from = 3, to = 6, give = 1 } }\n"
                  "return subject { g = choice { 'a', 'b', 'c' },\n"
                  "  c = number { of = function(s) return t(k(s.g)) end },\n"
                  "  must { 'no', of = function(s) return not is(s.g, 'c') end } }\n",
                  1000);
    assert_int_equal(count_of(PAG_CLAIM_BANDED), 2);
    assert_verdict(PAG_CLAIM_BANDED, 0, PAG_REFUTED);
    assert_shows(claim(PAG_CLAIM_BANDED, 0), "g: b");
    assert_verdict(PAG_CLAIM_BANDED, 1, PAG_TRIED);
}

static void one_call_that_several_ways_reach_is_one_claim(void **state)
{
    (void)state;
    assert_proves("local k = keyed 'k' { a = 5, b = 0, c = -1 }\n"
                  "local t = bands 't' { { from = 3, to = 6, give = 1 } }\n"
                  "return subject { g = choice { 'a', 'b', 'c' },\n"
                  "  c = number { of = function(s) return t(k(s.g)) end } }\n",
                  1000);
    assert_int_equal(count_of(PAG_CLAIM_BANDED), 1);
    assert_int_equal(claim(PAG_CLAIM_BANDED, 0)->values, 3);
    assert_verdict(PAG_CLAIM_BANDED, 0, PAG_REFUTED);
}

static void a_cell_that_looks_up_is_not_stopped_by_what_its_row_calls(void **state)
{
    (void)state;
    assert_proves("local t = bands 't' { { from = 0, to = 5, give = 1 } }\n"
                  "local outer = bands 'outer' { { from = 0, to = 10,\n"
                  "  give = function(score, s) return t(s.y) end } }\n"
                  "return subject {\n"
                  "  x = whole { min = 0, max = 10 }, y = whole { min = 0, max = 10 },\n"
                  "  z = whole { of = function(s) return s.x * s.x - s.x * s.x + s.y * 0 end },\n"
                  "  c = number { bands = outer, by = 'x' },\n"
                  "  d = number { bands = t, by = 'z' } }\n",
                  1000);
    for (size_t i = 0; i < count_of(PAG_CLAIM_BANDED); i++) {
        const pag_claim *c = claim(PAG_CLAIM_BANDED, i);
        bool stops = c->call != NULL;
        assert_int_equal(c->verdict == PAG_REFUTED, stops);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(another_table_that_stops_shows_nothing_of_this_one),
        TEST(another_way_that_stops_shows_nothing_of_what_was_not_asked),
        TEST(a_call_of_the_same_table_shows_nothing_of_another_line),
        TEST(a_score_in_another_gap_shows_nothing_of_this_one),
        TEST(one_call_that_several_ways_reach_is_one_claim),
        TEST(a_cell_that_looks_up_is_not_stopped_by_what_its_row_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
