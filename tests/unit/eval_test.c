/* Figures on demand: order, circles, depth, tables, rounding and caps, conditions, the trace, and
 * that no evaluation leaves anything behind for the next. */
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
    assert_said("E0459 person.lua:4:45; E0454 person.lua:5:45; E0459 person.lua:9:50");
    assert_string_equal(value_for("three", ""), "3.00");
    assert_string_equal(value_for("good", "b"), "3");
    assert_int_equal(figure("after_one")->state, PAG_FAILED);
}

/* --- tables --- */

#define TABLE(text)                                                                                \
    "local t = bands \"t\" {\n" text "\n}\nreturn subject { p = points { max = 200 },\n"           \
    "  r = percent { bands = t, by = \"p\" } }\n"

static void a_score_between_two_printed_bands_is_refused(void **state)
{
    (void)state;
    write_rules(TABLE("gaps = \"refuse\", { from = 0, to = 40, give = \"0%\" }, "
                      "{ from = 41, to = 50, give = \"4%\" }"));
    evaluate("p: 40");
    assert_figure("r", "0");
    evaluate("p: 41");
    assert_figure("r", "4");
    evaluate("p: 40.5");
    assert_said("E0305 person.lua:5:3");
    assert_string_equal(sentence(MESSAGE), "40,5 falls between two bands of \"t\"");
    evaluate("p: 50.1");
    assert_said("E0306 person.lua:5:3");
}

static void with_reach_up_it_belongs_to_the_band_below(void **state)
{
    (void)state;
    write_rules(TABLE("gaps = \"reach up\", { from = 0, to = 40, give = \"0%\" }, "
                      "{ from = 41, to = 50, give = \"4%\" }"));
    evaluate("p: 40.99");
    assert_figure("r", "0");
    evaluate("p: 41");
    assert_figure("r", "4");
}

static void a_score_is_rounded_before_the_look_up_where_the_table_says_so(void **state)
{
    (void)state;
    write_rules(TABLE("round = 2, { from = 0, to = 21, give = \"0%\" }, "
                      "{ from = \"21.01\", to = 50, give = \"4%\" }"));
    evaluate("p: 21.004");
    assert_figure("r", "0");
    evaluate("p: 21.005");
    assert_figure("r", "4");
    assert_string_equal(value_for("p", ""), "21.005");
}

static void an_edge_may_be_a_formula(void **state)
{
    (void)state;
    write_rules("local t = bands \"t\" {\n"
                "  { below = function(i, s) return s.mean end, give = \"1%\" },\n"
                "  { from = function(i, s) return s.mean end, give = \"2%\" } }\n"
                "return subject {\n"
                "  mean = points { of = function(s) return mean(s.item, \"p\") end },\n"
                "  item = list { name = text {}, p = points {},\n"
                "    r = percent { bands = t, by = \"p\" } } }\n");
    evaluate("item: [{name: A, p: 10}, {name: B, p: 20}, {name: C, p: 15}]");
    assert_figure_for("r", "a", "1");
    assert_figure_for("r", "b", "2");
    assert_figure_for("r", "c", "2");
    assert_string_equal(value_for("mean", ""), "15");
}

static void an_edge_of_another_unit_is_an_error(void **state)
{
    (void)state;
    write_rules("local t = bands \"t\" {\n"
                "  { below = function(s) return s.edge end, give = \"1%\" },\n"
                "  { from = function(s) return s.edge end, give = \"2%\" } }\n"
                "return subject { edge = money {}, p = points {},\n"
                "  r = percent { bands = t, by = \"p\" } }\n");
    evaluate("edge: 10.00\np: 20");
    assert_said("E0308 person.lua:2:13");
    write_rules("local t = bands \"t\" {\n"
                "  { below = function(s) return 90 end, give = \"1%\" },\n"
                "  { from = function(s) return 90 end, give = \"2%\" } }\n"
                "return subject { p = percent {},\n"
                "  r = percent { bands = t, by = \"p\" } }\n");
    assert_true(load());
    evaluate("p: 95%");
    assert_said("E0308 person.lua:2:13");
}

static void a_percentage_is_looked_up_among_percentages(void **state)
{
    (void)state;
    write_rules("local t = bands \"t\" { gaps = \"refuse\",\n"
                "  { from = 0, to = 40, give = \"1%\" }, { from = 41, to = 100, give = \"2%\" } }\n"
                "return subject { p = percent {}, r = percent { bands = t, by = \"p\" } }\n");
    evaluate("p: 85%");
    assert_int_equal(packs.status, PAG_INVALID); /* 0.85 would be in the first band */
    write_rules("local t = bands \"t\" { gaps = \"refuse\",\n"
                "  { from = \"0%\", to = \"40%\", give = \"1%\" },\n"
                "  { from = \"41%\", to = \"100%\", give = \"2%\" } }\n"
                "return subject { p = percent {}, r = percent { bands = t, by = \"p\" } }\n");
    assert_true(load());
    evaluate("p: 85%");
    assert_figure("r", "2");
}

static void a_row_may_give_a_formula_of_the_score(void **state)
{
    (void)state;
    write_rules("local t = bands \"t\" { { from = 0, to = 60, give = \"0%\" },\n"
                "  { above = 60, below = 95, give = function(p, s) return p / s.full end },\n"
                "  { from = 95, to = 100, give = \"100%\" } }\n"
                "return subject { p = points {}, full = points {},\n"
                "  r = percent { bands = t, by = \"p\" } }\n");
    evaluate("p: 80\nfull: 100");
    assert_figure("r", "80");
    evaluate("p: 60\nfull: 100");
    assert_figure("r", "0");
    evaluate("p: 95\nfull: 100");
    assert_figure("r", "100");
}

static void a_row_may_give_several_values(void **state)
{
    (void)state;
    write_rules("local t = bands \"t\" { gaps = \"refuse\",\n"
                "  { from = 0, to = 50, give = { class = \"B\", units = 100 } },\n"
                "  { from = 51, to = 100, give = { class = \"A\", units = 200 } } }\n"
                "return subject { p = points {},\n"
                "  c = class { bands = t, by = \"p\", give = \"class\" },\n"
                "  u = number { bands = t, by = \"p\", give = \"units\" },\n"
                "  called = number { of = function(s) return t(s.p, \"units\") * 2 end },\n"
                "  top = flag { of = function(s) return is(s.c, \"A\") end } }\n");
    evaluate("p: 84");
    assert_figure("c", "A");
    assert_figure("u", "200");
    assert_figure("called", "400");
    assert_figure("top", "true");
}

/* --- rounding and caps --- */

static void a_figure_is_rounded_once_where_it_is_declared(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  a = money {},\n"
                "  third = money { of = function(s) return s.a / 3 end },\n"
                "  paid = money { payable = true, round = \"cent\", of = function(s)\n"
                "    return s.third end },\n"
                "  exact = money { of = function(s) return s.third * 3 end },\n"
                "  down = money { round = { step = 1, mode = \"down\" }, of = function(s)\n"
                "    return s.third end },\n"
                "  even = money { round = { step = \"0.01\", mode = \"half even\" },\n"
                "    of = function(s) return s.a / 1000 end },\n"
                "}\n");
    evaluate("a: 0.05");
    assert_figure("paid", "0.02"); /* 0.01666… */
    assert_figure("exact", "0.05");
    assert_figure("third", "1/60");
    assert_figure("even", "0.00");
    const pag_figure *paid = figure("paid");
    assert_string_equal(packs_text(pag_number_plain(&packs.arena, paid->before)), "1/60");
    evaluate("a: 25.00");
    assert_figure("down", "8.00");
    assert_figure("even", "0.02"); /* 0.025 */
    evaluate("a: 15.00");
    assert_figure("even", "0.02"); /* 0.015 */
}

static void half_a_cent_goes_away_from_zero(void **state)
{
    (void)state;
    write_rules("return subject { a = money { min = \"-100\" },\n"
                "  r = money { round = \"cent\", of = function(s) return s.a / 10 end } }\n");
    evaluate("a: 0.05");
    assert_figure("r", "0.01");
    evaluate("a: -0.05");
    assert_figure("r", "-0.01");
    evaluate("a: 0.04");
    assert_figure("r", "0.00");
}

static const char capped[] =
    "local t = bands \"t\" { gaps = \"refuse\",\n"
    "  { from = 0, to = 85, give = \"8%\" }, { from = 86, to = 100, give = \"15%\" } }\n"
    "return subject { base = money {}, p = points {}, ceiling = percent { value = \"10%\" },\n"
    "  rate = percent { bands = t, by = \"p\" },\n"
    "  pay = money { payable = true, round = \"cent\", of = function(s)\n"
    "    return s.base * least(s.rate, s.ceiling) end } }\n";

static const pag_step *step_of(const pag_figure *f, pag_step_kind kind)
{
    for (size_t i = 0; i < f->n_steps; i++) {
        if (f->steps[i].kind == kind) return &f->steps[i];
    }
    return NULL;
}

static void a_band_over_the_ceiling_is_cut_before_rounding_and_the_trace_says_so(void **state)
{
    (void)state;
    write_rules(capped);
    evaluate("base: 100.05\np: 90");
    assert_figure("rate", "15");
    assert_figure("pay", "10.01"); /* 10.005 and then up, not 15.01 cut to 10.00 */
    const pag_step *chose = step_of(figure("pay"), PAG_STEP_CHOSE);
    assert_non_null(chose);
    assert_int_equal(chose->n, 2);
    assert_int_equal(chose->chosen, 1);
    const pag_pack_call *call = pag_pack_site(packs.pack, chose->site);
    assert_non_null(call);
    assert_string_equal(packs_text(call->word), "least");
    assert_string_equal(packs_text(call->arguments[chose->chosen]), "s.ceiling");
    assert_int_equal(call->pos.line, 6);
}

static void a_band_below_the_ceiling_is_left_alone(void **state)
{
    (void)state;
    write_rules(capped);
    evaluate("base: 100.00\np: 80");
    assert_figure("pay", "8.00");
    assert_int_equal(step_of(figure("pay"), PAG_STEP_CHOSE)->chosen, 0);
}

static void a_figure_remembers_what_it_read_and_which_row_it_found(void **state)
{
    (void)state;
    write_rules(capped);
    evaluate("base: 100.00\np: 90");
    const pag_figure *rate = figure("rate");
    const pag_step *read = step_of(rate, PAG_STEP_READ);
    const pag_step *looked = step_of(rate, PAG_STEP_LOOKED);
    assert_int_equal(rate->n_steps, 2);
    assert_ptr_equal(read->figure, figure("p"));
    assert_int_equal(looked->chosen, 1);
    assert_string_equal(packs_text(looked->bands->name), "t");
    assert_string_equal(packs_text(pag_number_plain(&packs.arena, looked->before)), "90");
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
        TEST(a_score_between_two_printed_bands_is_refused),
        TEST(with_reach_up_it_belongs_to_the_band_below),
        TEST(a_score_is_rounded_before_the_look_up_where_the_table_says_so),
        TEST(an_edge_may_be_a_formula),
        TEST(an_edge_of_another_unit_is_an_error),
        TEST(a_percentage_is_looked_up_among_percentages),
        TEST(a_row_may_give_a_formula_of_the_score),
        TEST(a_row_may_give_several_values),
        TEST(a_figure_is_rounded_once_where_it_is_declared),
        TEST(half_a_cent_goes_away_from_zero),
        TEST(a_band_over_the_ceiling_is_cut_before_rounding_and_the_trace_says_so),
        TEST(a_band_below_the_ceiling_is_left_alone),
        TEST(a_figure_remembers_what_it_read_and_which_row_it_found),
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
