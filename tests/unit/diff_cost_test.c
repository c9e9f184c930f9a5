/* What edits cost, each and together, and which figures to be paid are the same money. */
#include "diffs.h"

static void charges_and_interactions_are_the_whole_difference(void **state)
{
    (void)state;
    pag_diff *diff = compared(
        TABLE(ROWS) PERSON("\"33%\""),
        TABLE("{ from = 0, to = 49, give = \"1%\" }, { from = 50, to = 100, give = \"13%\" },")
            PERSON("\"77%\""));
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_adds_up(diff);
    bool all[8] = {true, true, true, true, true, true, true, true};
    assert_true(diff->n_edits <= 8);
    pag_outcome whole = pag_outcome_of(diff->work, all);
    assert_string_equal(money(pag_outcome_total(diff->work, &whole, PAG_DIFF_IN_ALL)),
                        money(diff->amounts[1]));
    assert_true(diff->n_charges > 2);
    assert_int_equal(diff->n_totals, 2);
    assert_int_equal(diff->totals[0].roles[0], PAG_ROLE_OWN);
    assert_int_equal(diff->totals[1].roles[0], PAG_ROLE_SUM);
    assert_true(diff->adds_up);
    assert_string_equal(money(diff->amounts[0]), "33.00");
    assert_string_equal(money(diff->amounts[1]), "150.15");
    done_with(diff);
}

static void what_cannot_be_made_alone_is_charged_beside_what_it_needs(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(TABLE(ROWS) PERSON("\"10%\""),
                 "local function tenth(x) return x / 5 end\n" TABLE(
                     ROWS) "return subject {\n"
                           "  rate = percent { value = \"10%\", title = \"Aliquota\" },\n"
                           "  one = list {\n"
                           "    name  = text {},\n"
                           "    score = points { max = 100, step = 10, title = \"Punti\" },\n"
                           "    base  = money { title = \"Base\" },\n"
                           "    share = percent { bands = fasce, by = \"score\" },\n"
                           "    pay   = money { payable = true, round = \"cent\",\n"
                           "      of = function(o) return tenth(o.base * o.share) end },\n"
                           "  },\n"
                           "  pay = money { payable = true, round = \"cent\",\n"
                           "    of = function(s) return sum(s.one, \"pay\") end },\n"
                           "}\n");
    assert_int_equal(diff->n_edits, 2);
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_int_equal(diff->edits[1].n_needs, 1);
    assert_int_equal(diff->edits[1].needs[0], 0);
    assert_true(diff->edits[0].alone);
    assert_false(diff->edits[1].alone);
    assert_int_equal(diff->n_charges, 1);
    assert_int_equal(diff->charges[0].n, 1);
    assert_string_equal(money(diff->difference), "10.00");
    assert_adds_up(diff);
    done_with(diff);
}

static void an_input_that_the_second_pack_asks_for_is_told(void **state)
{
    (void)state;
    pag_diff *diff = compared("return subject { a = money { title = \"A\" },\n"
                              "  c = money { payable = true, round = \"cent\",\n"
                              "    of = function(s) return s.a end } }",
                              "return subject { a = money { title = \"A\" },\n"
                              "  b = money { title = \"B\" },\n"
                              "  c = money { payable = true, round = \"cent\",\n"
                              "    of = function(s) return s.a + s.b end } }");
    assert_int_equal(cost(diff, "a: 1.00"), PAG_INVALID);
    done_with(diff);
}

/* --- which figures are the same money --- */

#define PEOPLE_HEAD                                                                                \
    "return subject {\n"                                                                           \
    "  rate = percent { value = \"10%\", title = \"Aliquota\" },\n"                                \
    "  one = list {\n"                                                                             \
    "    name  = text {},\n"                                                                       \
    "    score = points { max = 100, title = \"Punti\" },\n"                                       \
    "    base  = money { title = \"Base\" },\n"                                                    \
    "    pay   = money { payable = true, round = \"cent\",\n"                                      \
    "      of = function(o, s) return o.base * s.rate end },\n"                                    \
    "  },\n"
#define PEOPLE(total) PEOPLE_HEAD total "}\n"
#define PAID(formula) "pay = money { payable = true, round = \"cent\", of = " formula " },\n"
#define SUM PAID("function(s) return sum(s.one, \"pay\") end")

static const pag_diff_total *total_of(const pag_diff *diff, const char *path)
{
    for (size_t i = 0; i < diff->n_totals; i++) {
        if (pag_str_equal(diff->totals[i].path, pag_str_from(path))) return &diff->totals[i];
    }
    fail_msg("no total %s", path);
    return NULL;
}

static void assert_roles(const pag_diff *diff, const char *path, unsigned before, unsigned after)
{
    const pag_diff_total *total = total_of(diff, path);
    assert_int_equal(total->roles[0], before);
    assert_int_equal(total->roles[1], after);
}

/* Whatever the formula of the total looks like, before and after. */
static void a_total_counts_once_however_it_is_written(void **state)
{
    (void)state;
    static const char *const totals[] = {
        SUM,
        PAID("function(s) local t = 0 for _, o in ipairs(s.one) do t = t + o.pay end"
             " return t end"),
        "between = money { of = function(s) return sum(s.one, function(o) return o.pay end) end "
        "}," PAID("function(s) return s.between end"),
        PAID("function(s) if s.rate > \"5%\" then return sum(s.one, \"pay\") end return 0 end"),
        PAID("function(s) return sum(s.one, \"pay\") * 1 end"),
    };
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
        pag_diff *diff = compared(PEOPLE(SUM), packs_join(PEOPLE_HEAD, totals[i], "}\n"));
        assert_int_equal(cost(diff, TWO), PAG_OK);
        assert_true(diff->adds_up);
        assert_roles(diff, "person.one.pay", PAG_ROLE_OWN, PAG_ROLE_OWN);
        assert_roles(diff, "person.pay", PAG_ROLE_SUM, PAG_ROLE_SUM);
        assert_string_equal(money(diff->amounts[1]), "150.00");
        assert_adds_up(diff);
        done_with(diff);
    }
}

static void a_whole_counts_and_its_parts_do_not(void **state)
{
    (void)state;
    const char *shared =
        "return subject {\n"
        "  whole = money { payable = true, round = \"cent\",\n"
        "    of = function(s) return sum(s.one, \"base\") end },\n"
        "  one = list {\n"
        "    name = text {}, score = points { max = 100, title = \"Punti\" },\n"
        "    base = money { title = \"Base\" },\n"
        "    part = money { round = \"cent\",\n"
        "      split = { whole = \"whole\", by = \"score\", rest = \"largest\" } },\n"
        "    pay = money { payable = true, round = \"cent\",\n"
        "      of = function(o) return o.part";
    pag_diff *diff = compared(packs_join(shared, "", " end } } }\n"),
                              packs_join(shared, " * 2 / 2", " end } } }\n"));
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_true(diff->adds_up);
    assert_roles(diff, "person.whole", PAG_ROLE_OWN, PAG_ROLE_OWN);
    assert_roles(diff, "person.one.pay", PAG_ROLE_PARTS, PAG_ROLE_PARTS);
    assert_string_equal(money(diff->amounts[0]), "1500.01");
    done_with(diff);
}

/* What one leaves the other is no sum of it. */
static void a_remainder_counts_beside_what_it_is_left_by(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(PEOPLE("first = money { payable = true, round = \"cent\",\n"
                        "  of = function(s) return sum(s.one, \"base\") * \"60%\" end },\n"
                        "rest = money { payable = true, round = \"cent\",\n"
                        "  of = function(s) return sum(s.one, \"base\") - s.first end },\n"),
                 PEOPLE("first = money { payable = true, round = \"cent\",\n"
                        "  of = function(s) return sum(s.one, \"base\") * \"70%\" end },\n"
                        "rest = money { payable = true, round = \"cent\",\n"
                        "  of = function(s) return sum(s.one, \"base\") - s.first end },\n"));
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_true(diff->adds_up);
    assert_roles(diff, "person.rest", PAG_ROLE_OWN, PAG_ROLE_OWN);
    assert_string_equal(money(diff->amounts[0]), "1650.01");
    assert_string_equal(money(diff->difference), "0.00");
    done_with(diff);
}

static void a_total_that_is_raised_gives_no_sum_and_is_charged_by_itself(void **state)
{
    (void)state;
    pag_diff *diff = compared(
        PEOPLE(SUM), PEOPLE(PAID("function(s) return sum(s.one, \"pay\") * \"110%\" end")));
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_false(diff->adds_up);
    assert_roles(diff, "person.pay", PAG_ROLE_SUM, PAG_ROLE_UNCLEAR);
    assert_int_equal(diff->n_charges, 1);
    assert_int_equal(diff->charges[0].of, total_of(diff, "person.pay") - diff->totals);
    assert_string_equal(money(diff->charges[0].amount), "15.00");
    done_with(diff);
}

/* It may be the same money, or money besides. */
static void a_total_that_reads_others_no_more_gives_no_sum(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(PEOPLE(SUM), PEOPLE(PAID("function(s) return sum(s.one, \"base\") * s.rate end")));
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_false(diff->adds_up);
    assert_roles(diff, "person.pay", PAG_ROLE_SUM, PAG_ROLE_OWN);
    assert_true(pag_diff_changes_role(total_of(diff, "person.pay")));
    assert_int_equal(diff->n_charges, 0);
    done_with(diff);
}

static void amounts_that_follow_from_what_is_paid_are_named(void **state)
{
    (void)state;
    const char *charges =
        "charges = money { title = \"Oneri\", round = \"cent\",\n"
        "  of = function(s) return s.pay * \"25%\" end },\n"
        "again = money { title = \"Lo stesso\", of = function(s) return s.pay end },\n"
        "}\n";
    pag_diff *diff =
        compared(packs_join(PEOPLE_HEAD, SUM, charges), packs_join(PEOPLE_HEAD, SUM, charges));
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_int_equal(diff->n_beside, 1);
    assert_string_equal(packs_text(diff->beside[0].path), "person.charges");
    done_with(diff);
}

/* --- interactions --- */

/* Nobody calls the function that becomes another, and who begins to call it is given what it was.
 */
static void edits_that_act_only_together_are_named(void **state)
{
    (void)state;
    const char *before = "local function more(x) return x end\n";
    const char *after = "local function more(x) return x * 2 end\n";
    const char *idle = "local function unused(x) return x end\n";
    pag_diff *diff =
        compared(packs_join(before, "", PEOPLE(SUM)),
                 packs_join(after, idle,
                            "return subject {\n"
                            "  rate = percent { value = \"10%\", title = \"Aliquota\" },\n"
                            "  one = list {\n"
                            "    name  = text {},\n"
                            "    score = points { max = 100, title = \"Punti\" },\n"
                            "    base  = money { title = \"Base\" },\n"
                            "    pay   = money { payable = true, round = \"cent\",\n"
                            "      of = function(o, s) return more(o.base) * s.rate end },\n"
                            "  },\n" SUM "}\n"));
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_int_equal(diff->n_edits, 3);
    for (size_t i = 0; i < 3; i++) assert_int_equal(diff->edits[i].effect, PAG_DIFF_NONE);
    assert_int_equal(diff->n_charges, 1);
    assert_int_equal(diff->charges[0].n, 2);
    assert_string_equal(packs_text(diff->edits[diff->charges[0].edits[0]].name), "more");
    assert_string_equal(packs_text(diff->edits[diff->charges[0].edits[1]].name),
                        "person.one.pay.of");
    assert_string_equal(money(diff->charges[0].amount), "150.00");
    done_with(diff);
}

#define PRODUCT(rate)                                                                              \
    "return subject { base = money { title = \"Base\" },\n"                                        \
    "  a = percent { value = " rate ", title = \"A\" },\n"                                         \
    "  b = percent { value = " rate ", title = \"B\" },\n"                                         \
    "  c = percent { value = " rate ", title = \"C\" },\n"                                         \
    "  pay = money { payable = true, round = \"cent\",\n"                                          \
    "    of = function(s) return s.base * s.a * s.b * s.c end } }\n"

static void an_interaction_of_three_is_named(void **state)
{
    (void)state;
    pag_diff *diff = compared(PRODUCT("\"10%\""), PRODUCT("\"20%\""));
    assert_int_equal(cost(diff, "base: 100000.00"), PAG_OK);
    assert_int_equal(diff->n_charges, 7);
    assert_int_equal(diff->charges[6].n, 3);
    assert_string_equal(money(diff->charges[6].amount), "100.00");
    assert_adds_up(diff);
    done_with(diff);
}

#define OF_ONE(cell)                                                                               \
    "return subject { bonus = money { value = 1, title = \"B\" },\n"                               \
    "  one = list { name = text {}, x = money { title = \"X\" }, y = money { title = \"Y\" },\n"   \
    "    pay = money { payable = true, round = \"cent\",\n"                                        \
    "      of = function(o) return o." cell " end } },\n"                                          \
    "}\n"

/* Nothing in all, and one gets what another had. */
static void an_edit_that_moves_money_is_named(void **state)
{
    (void)state;
    const char *two =
        "one:\n  - {name: A, x: 10.00, y: 20.00}\n  - {name: B, x: 20.00, y: 10.00}\n";
    pag_diff *diff = compared(OF_ONE("x"), OF_ONE("y"));
    assert_int_equal(cost(diff, two), PAG_OK);
    assert_string_equal(money(diff->difference), "0.00");
    assert_true(diff->charges[0].moves);
    assert_non_null(strstr(shown(diff, (pag_diff_style){0}), "  1  person.one.pay.of  0,00"));
    assert_adds_up(diff);
    done_with(diff);
    diff = compared(OF_ONE("x"), OF_ONE("y"));
    assert_int_equal(cost(diff, "one:\n  - {name: A, x: 10.00, y: 10.00}\n"), PAG_OK);
    assert_false(diff->charges[0].moves);
    assert_null(strstr(shown(diff, (pag_diff_style){0}), "Which edit"));
    done_with(diff);
}

static void a_draft_says_so_under_each_file(void **state)
{
    (void)state;
    const char *rules = "return subject { a = money { title = \"A\" },\n"
                        "  f = percent { value = to_confirm(\"10%\", \"non è pubblicato\") },\n"
                        "  c = money { payable = true, round = \"cent\",\n"
                        "    of = function(s) return s.a * s.f end } }";
    pag_diff *diff = compared(rules, rules);
    assert_int_equal(cost(diff, "a: 10.00"), PAG_OK);
    assert_false(diff->examples[0]);
    assert_non_null(strstr(shown(diff, (pag_diff_style){.draft = true}),
                           "\nevaluation.yaml\n"
                           "DRAFT: 1 amount rests on values still to be confirmed\n"));
    assert_non_null(strstr(shown(diff, (pag_diff_style){.draft = true, .lang = PAG_IT}),
                           "\nBOZZA: 1 importo poggia su valori da confermare\n"));
    assert_null(strstr(shown(diff, (pag_diff_style){0}), "DRAFT"));
    done_with(diff);
}

static void an_example_says_so_under_its_file(void **state)
{
    (void)state;
    const char *rules = "return subject { a = money { title = \"A\" },\n"
                        "  c = money { payable = true, round = \"cent\",\n"
                        "    of = function(s) return s.a end } }";
    const char *real = "rules: test/2024\nperson: {a: 1.00}\n";
    const char *example = "rules: test/2024\nexample: true\nperson: {a: 2.00}\n";
    pag_diff_file files[] = {{PAG_STR("real.yaml"), pag_str_from(real)},
                             {PAG_STR("example.yaml"), pag_str_from(example)}};
    pag_diff *diff = compared(rules, rules);
    assert_int_equal(pag_diff_cost(diff, files, 2, NULL, NULL), PAG_OK);
    assert_false(diff->examples[0]);
    assert_true(diff->examples[1]);
    const char *text = shown(diff, (pag_diff_style){0});
    assert_non_null(strstr(text, "\nexample.yaml\nINVENTED EXAMPLE: "));
    assert_non_null(strstr(text, "\nreal.yaml\n  1 figure stays as it is\n"));
    done_with(diff);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(charges_and_interactions_are_the_whole_difference),
        TEST(what_cannot_be_made_alone_is_charged_beside_what_it_needs),
        TEST(an_input_that_the_second_pack_asks_for_is_told),
        TEST(a_total_counts_once_however_it_is_written),
        TEST(a_whole_counts_and_its_parts_do_not),
        TEST(a_remainder_counts_beside_what_it_is_left_by),
        TEST(a_total_that_is_raised_gives_no_sum_and_is_charged_by_itself),
        TEST(a_total_that_reads_others_no_more_gives_no_sum),
        TEST(amounts_that_follow_from_what_is_paid_are_named),
        TEST(edits_that_act_only_together_are_named),
        TEST(an_interaction_of_three_is_named),
        TEST(an_edit_that_moves_money_is_named),
        TEST(a_draft_says_so_under_each_file),
        TEST(an_example_says_so_under_its_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
