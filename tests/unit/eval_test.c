/* Figures on demand: order, circles, depth, conditions, names, and that no evaluation leaves
 * anything behind for the next. */
#include "packs.h"

/* --- order --- */

static void a_figure_is_computed_when_it_is_asked_for_whatever_the_order_written(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  pay = money { of = function(s) return s.base * s.rate end },\n"
                "  base = money { of = function(s) return s.salary + sum(s.item, \"own\") end },\n"
                "  rate = percent { of = function(s) return s.points / \"100\" * 1 end },\n"
                "  salary = money {},\n"
                "  points = number {},\n"
                "  item = list { name = text {},\n"
                "    own = money { of = function(i, s) return i.amount * s.points / 10 end },\n"
                "    amount = money {} },\n"
                "}\n");
    evaluate(
        "salary: 100.00\npoints: 10\nitem: [{name: A, amount: 1.50}, {name: B, amount: 2.00}]");
    assert_figure("base", "103.50");
    assert_figure("rate", "10");
    assert_figure("pay", "10.35");
}

static void a_formula_gets_its_entry_and_then_what_that_stands_in(void **state)
{
    (void)state;
    write_rules(
        "return subject {\n"
        "  rate = percent {},\n"
        "  period = list { name = text {}, days = whole {},\n"
        "    member = list { name = text {}, pay = money {},\n"
        "      due = money { of = function(m, p, s) return m.pay * s.rate * p.days end } } },\n"
        "}\n");
    evaluate("rate: 10%\nperiod:\n  - name: P\n    days: 3\n"
             "    member: [{name: M, pay: 100.00}, {name: N, pay: 1.00}]");
    assert_figure_for("due", "m", "30.00");
    assert_figure_for("due", "n", "0.30");
}

static void cells_that_need_each_other_are_named_in_a_circle(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  given = money {},\n"
                "  a = money { of = function(s) return s.b end },\n"
                "  b = money { of = function(s) return s.c + s.given end },\n"
                "  c = money { of = function(s) return s.a end },\n"
                "  apart = money { of = function(s) return s.given * 2 end },\n"
                "}\n");
    evaluate("given: 1.00");
    assert_int_equal(packs.status, PAG_INVALID);
    assert_int_equal(pag_diagnostics_count(packs.told), 1);
    assert_string_equal(
        sentence(MESSAGE),
        "these cells need each other in a circle: person.c → person.a → person.b → person.c");
    assert_string_equal(value_for("apart", ""), "2.00");
}

static void a_circle_through_a_list_names_the_entries(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  total = money { of = function(s) return sum(s.item, \"part\") end },\n"
                "  item = list { name = text {},\n"
                "    part = money { of = function(i, s) return s.total / 2 end } },\n"
                "}\n");
    evaluate("item: [{name: A}, {name: B}]");
    assert_int_equal(packs.status, PAG_INVALID);
    assert_non_null(strstr(sentence(MESSAGE), "person.item.part (A) → person.total"));
}

/* A chain of n cells c1 … cn, each reading the next one, which is written after it. */
static void write_chain(unsigned n, const char *how)
{
    pag_text rules = {.arena = &packs.arena};
    char line[160];
    pag_text_put(&rules, PAG_STR("return subject {\n"));
    pag_text_put(&rules, PAG_STR("  list = list { name = text {} },\n  c0 = number {},\n"));
    for (unsigned i = n; i > 0; i--) {
        (void)snprintf(line, sizeof line, how, i, i - 1);
        pag_text_put(&rules, pag_str_from(line));
    }
    pag_text_put(&rules, (pag_str){"}\n", 3});
    write_rules(rules.at);
}

static void a_long_chain_is_computed_in_order(void **state)
{
    (void)state;
    write_chain(200, "  c%u = number { of = function(s) return s.c%u + 1 end },\n");
    evaluate("c0: 1\nlist: [{name: A}]");
    assert_figure("c200", "201");
}

/* What a function of the file reads is not known before it runs. */
static void write_hidden_chain(unsigned n, const char *cell)
{
    pag_text rules = {.arena = &packs.arena};
    char line[200];
    for (unsigned i = 1; i <= n; i++) {
        (void)snprintf(line, sizeof line, "local function r%u(s) return s.c%u end\n", i, i - 1);
        pag_text_put(&rules, pag_str_from(line));
    }
    pag_text_put(&rules, PAG_STR("return subject {\n  list = list { name = text {} },\n"));
    for (unsigned i = n; i > 0; i--) {
        (void)snprintf(line, sizeof line, cell, i, i);
        pag_text_put(&rules, pag_str_from(line));
    }
    pag_text_put(&rules, (pag_str){"  c0 = number {},\n}\n", 20});
    write_rules(rules.at);
}

static void a_chain_that_no_order_can_shorten_ends_at_a_limit(void **state)
{
    (void)state;
    const char *cell = "  c%u = number { of = function(s) return r%u(s) + 1 end },\n";
    write_hidden_chain(60, cell);
    evaluate("c0: 1\nlist: [{name: A}]");
    assert_figure("c60", "61");
    write_hidden_chain(61, cell);
    assert_true(load());
    assert_int_equal(evaluate("c0: 1\nlist: [{name: A}]"), PAG_LIMIT);
    assert_string_equal(sentence(MESSAGE), "the cells read each other more than 60 deep");
}

static void the_limit_comes_before_that_of_lua_whatever_stands_between(void **state)
{
    (void)state;
    write_hidden_chain(61, "  c%u = number { of = function(s) return"
                           " sum(s.list, function(e) return r%u(s) end) + 1 end },\n");
    assert_int_equal(evaluate("c0: 1\nlist: [{name: A}]"), PAG_LIMIT);
    assert_string_equal(sentence(MESSAGE), "the cells read each other more than 60 deep");
}

static void two_errors_are_told_in_one_go_and_the_rest_is_computed(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  a = money {},\n"
                "  zero = number {},\n"
                "  one = money { of = function(s) return s.a / s.zero end },\n"
                "  two = money { of = function(s) return s.a + \"8,5\" end },\n"
                "  after_one = money { of = function(s) return s.one + 1 end },\n"
                "  three = money { of = function(s) return s.a * 3 end },\n"
                "  item = list { name = text {},\n"
                "    bad = money { of = function(i, s) return i.p / s.zero end },\n"
                "    p = points {}, good = points { of = function(i) return i.p + 1 end } },\n"
                "}\n");
    evaluate("a: 1.00\nzero: 0\nitem: [{name: A, p: 1}, {name: B, p: 2}]");
    assert_int_equal(packs.status, PAG_INVALID);
    assert_said("E0459 person.lua:4:45; E0454 person.lua:5:45; E0459 person.lua:9:50; "
                "E0459 person.lua:9:50"); /* of A and of B */
    assert_string_equal(value_for("three", ""), "3.00");
    assert_string_equal(value_for("good", "b"), "3");
    assert_int_equal(figure("after_one")->state, PAG_FAILED);
}

/* --- conditions --- */

static const char judged[] =
    "return subject { title = \"Persona\", limit = money {},\n"
    "  item = list { name = text {}, pay = money {},\n"
    "    warn { \"{pay} is much\", of = function(i, s) return i.pay < 50 end } },\n"
    "  total = money { of = function(s) return sum(s.item, \"pay\") end },\n"
    "  must { \"{total} is over {limit}\", of = function(s) return s.total <= s.limit end } }\n";

static void a_condition_that_fails_is_an_error_or_a_warning_in_its_own_words(void **state)
{
    (void)state;
    write_rules(judged);
    evaluate("limit: 100.00\nitem: [{name: A, pay: 10.00}, {name: B, pay: 20.00}]");
    assert_figure("total", "30.00");
    evaluate("limit: 100.00\nitem: [{name: A, pay: 10.00}, {name: B, pay: 60.00}]");
    assert_said("W0321 person.lua:3:10");
    assert_int_equal(packs.status, PAG_OK);
    assert_string_equal(sentence(MESSAGE), "60,00 € is much");
    assert_string_equal(sentence(NOTE), "a warning of the rules for B");
    evaluate("limit: 60.00\nitem: [{name: A, pay: 10.00}, {name: B, pay: 60.00}]");
    assert_said("W0321 person.lua:3:10; E0320 person.lua:5:8");
    assert_int_equal(packs.status, PAG_INVALID);
}

static void a_condition_answers_true_or_false(void **state)
{
    (void)state;
    write_rules("return subject { a = money {},\n"
                "  must { \"x\", of = function(s) return s.a end } }\n");
    evaluate("a: 1.00");
    assert_said("E0317 person.lua:2:20");
}

static void a_computed_value_stays_within_its_bounds(void **state)
{
    (void)state;
    write_rules("return subject { a = points {},\n"
                "  b = points { max = 100, of = function(s) return s.a * 2 end } }\n");
    evaluate("a: 50");
    assert_figure("b", "100");
    evaluate("a: 50.5");
    assert_said("E0233 person.lua:2:32");
}

/* --- what a formula may hand back --- */

static void a_formula_hands_back_a_value_of_its_cells_type(void **state)
{
    (void)state;
    write_rules("return subject { a = money {}, p = points {},\n"
                "  b = money { of = function(s) if s.a > 5 then return s.a end end } }\n");
    evaluate("a: 6.00\np: 1");
    assert_figure("b", "6.00");
    evaluate("a: 5.00\np: 1");
    assert_said("E0310 person.lua:2:20");
}

/* --- nothing is left behind --- */

static void no_evaluation_depends_on_what_ran_before(void **state)
{
    (void)state;
    const char *a = "limit: 100.00\nitem: [{name: A, pay: 10.01}, {name: B, pay: 60.00}]";
    const char *b = "limit: 1.00\nitem: [{name: C, pay: 99.99}]";
    write_rules(judged);
    evaluate(a);
    const char *first = whole_result();
    evaluate(b);
    assert_string_not_equal(whole_result(), first);
    evaluate(a);
    assert_string_equal(whole_result(), first);
    assert_int_equal(pag_evaluate(packs.pack, packs.evaluation, &packs.run, &packs.result), PAG_OK);
    assert_string_equal(whole_result(), first);
}

static void an_evaluation_that_failed_leaves_nothing_behind(void **state)
{
    (void)state;
    write_rules("return subject { a = money {}, n = number {},\n"
                "  b = money { of = function(s) return s.a / s.n end },\n"
                "  c = money { of = function(s) local x = s.a\n"
                "    while s.n < 1 do x = x + 1 end return x end } }\n");
    evaluate("a: 6.00\nn: 2");
    const char *first = whole_result();
    assert_int_equal(evaluate("a: 6.00\nn: 0"), PAG_LIMIT);
    evaluate("a: 6.00\nn: 2");
    assert_string_equal(whole_result(), first);
}

/* --- names --- */

static void a_figure_is_found_by_any_tail_of_its_name(void **state)
{
    (void)state;
    write_rules(judged);
    evaluate("limit: 100.00\nitem: [{name: Àrea Uno, pay: 10.01}, {name: B, pay: 20.00}]");
    assert_string_equal(value_for("person.item.pay", "area-uno"), "10.01");
    assert_string_equal(value_for("item.pay", "Àrea Uno"), "10.01");
    assert_string_equal(value_for("total", ""), "30.01");
    pag_figure *found[4];
    assert_int_equal(pag_result_find(&packs.result, PAG_STR("pay"), (pag_str){"", 0}, found, 4), 2);
    assert_int_equal(pag_result_find(&packs.result, PAG_STR("ay"), (pag_str){"", 0}, found, 4), 0);
}

/* --- reading --- */

static void a_subject_that_is_missing_or_unknown_is_told(void **state)
{
    (void)state;
    write_rules(judged);
    assert_true(load());
    assert_int_equal(evaluate_document("rules: test/2024\n"), PAG_INVALID);
    assert_said("E0273 evaluation.yaml:1:1");
    assert_int_equal(evaluate_document("rules: test/2024\nplan: other/2020\nperson:\n  limit: 1\n"
                                       "  item: [{name: A, pay: 1}]\npersn: 5\n"),
                     PAG_INVALID);
    assert_said("E0272 evaluation.yaml:2:7; E0221 evaluation.yaml:6:1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_figure_is_computed_when_it_is_asked_for_whatever_the_order_written),
        TEST(a_formula_gets_its_entry_and_then_what_that_stands_in),
        TEST(cells_that_need_each_other_are_named_in_a_circle),
        TEST(a_circle_through_a_list_names_the_entries),
        TEST(a_long_chain_is_computed_in_order),
        TEST(a_chain_that_no_order_can_shorten_ends_at_a_limit),
        TEST(the_limit_comes_before_that_of_lua_whatever_stands_between),
        TEST(two_errors_are_told_in_one_go_and_the_rest_is_computed),
        TEST(a_condition_that_fails_is_an_error_or_a_warning_in_its_own_words),
        TEST(a_condition_answers_true_or_false),
        TEST(a_computed_value_stays_within_its_bounds),
        TEST(a_formula_hands_back_a_value_of_its_cells_type),
        TEST(no_evaluation_depends_on_what_ran_before),
        TEST(an_evaluation_that_failed_leaves_nothing_behind),
        TEST(a_figure_is_found_by_any_tail_of_its_name),
        TEST(a_subject_that_is_missing_or_unknown_is_told),
    };
    return cmocka_run_group_tests_name("eval", tests, NULL, NULL);
}
