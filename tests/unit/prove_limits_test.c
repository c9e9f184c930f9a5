/* A limit that something may obey is never said to have no effect: what a formula that cannot be
 * followed may read counts, however it comes by the name. */
#include "proofs.h"

static const char rates[] = "rate = dated \"rate\" { title = \"Quota\", limit = true,\n"
                            "  { from = \"2024-01-01\", give = \"10%\" } }\n";

/* The verdict on the cell that reads the limit, where `formula` is that of what is paid for each
 * entry; `before` stands at the top of the file. */
static pag_verdict verdict_where(const char *before, const char *formula)
{
    write_file("rules/national/rates.lua", rates);
    const char *head = packs_join("use \"national/rates\"\n", before,
                                  "\nreturn subject { kind = choice { \"a\", \"b\" },\n"
                                  "  cap_a = percent { dated = rate, by = \"period end\" },\n"
                                  "  l = list { name = text {}, base = money {},\n"
                                  "    pay = money { payable = true, round = \"cent\",\n");
    assert_proves(packs_join(head, formula, " } } }\n"), 100);
    for (size_t i = 0; i < proof->n_claims; i++) {
        const pag_claim *c = &proof->claims[i];
        if (c->kind == PAG_CLAIM_READ && c->cell && c->cell->limit) return c->verdict;
    }
    fail_msg("nothing is said of the limit");
    return PAG_PROVEN;
}

#define LOOPING "of = function(l, s) for _, each in ipairs(s.l) do local n = each.name end\n"

static const char keys[] = "local KEYS = { \"cap\" .. \"_a\" }";

static void a_loop_that_reads_nothing_of_it_obeys_no_limit(void **state)
{
    (void)state;
    assert_int_equal(verdict_where("", LOOPING "return l.base end"), PAG_REFUTED);
    assert_int_equal(verdict_where("local T = { a = \"1\" }", LOOPING "return T[\"a\"] end"),
                     PAG_REFUTED);
    assert_int_equal(verdict_where("", LOOPING "return s.l[ 1 ].base end"), PAG_REFUTED);
}

static void a_key_that_is_worked_out_may_name_it(void **state)
{
    (void)state;
    assert_int_equal(verdict_where(keys, LOOPING "local k = KEYS[1] return l.base * s[k] end"),
                     PAG_NOT_PROVEN);
    assert_int_equal(verdict_where(keys, LOOPING "local k = KEYS[1] return l.base * s[ k ] end"),
                     PAG_NOT_PROVEN);
    assert_int_equal(verdict_where("", LOOPING "return l.base * s[\"cap_\" .. \"a\"] end"),
                     PAG_NOT_PROVEN);
    assert_int_equal(verdict_where(keys, LOOPING "return l.base * s[(KEYS[1])] end"),
                     PAG_NOT_PROVEN);
    assert_int_equal(verdict_where("local function cap(s, a) return s[\"cap_\" .. a] end",
                                   LOOPING "return l.base * cap(s, \"a\") end"),
                     PAG_NOT_PROVEN);
}

static void a_name_that_is_handed_to_a_word_may_be_it(void **state)
{
    (void)state;
    assert_int_equal(verdict_where(keys, LOOPING "return sum(s.l, \"base\") end"), PAG_REFUTED);
    assert_int_equal(verdict_where(keys, LOOPING "return sum(s.l, KEYS[1]) end"), PAG_NOT_PROVEN);
    assert_int_equal(verdict_where("", LOOPING "return rank(s.l, \"ba\" .. \"se\", l) end"),
                     PAG_NOT_PROVEN);
}

static void what_a_row_works_out_in_a_loop_may_read_it(void **state)
{
    (void)state;
    const char *row = "local paid = bands \"paid\" { { from = 0, give = function(base, l, s)\n"
                      "  for _, each in ipairs(s.l) do local n = each.name end\n"
                      "  return base * s.cap_a end } }";
    assert_int_equal(verdict_where(row, "bands = paid, by = \"base\""), PAG_NOT_PROVEN);
    row = "local paid = bands \"paid\" { { from = 0, give = function(base, l, s)\n"
          "  for _, each in ipairs(s.l) do local n = each.name end\n"
          "  return base * s[\"cap\" .. \"_a\"] end } }";
    assert_int_equal(verdict_where(row, "bands = paid, by = \"base\""), PAG_NOT_PROVEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_loop_that_reads_nothing_of_it_obeys_no_limit),
        TEST(a_key_that_is_worked_out_may_name_it),
        TEST(a_name_that_is_handed_to_a_word_may_be_it),
        TEST(what_a_row_works_out_in_a_loop_may_read_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
