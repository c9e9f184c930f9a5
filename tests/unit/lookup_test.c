/* Scores looked up in band tables, rounding and caps as figures, and what the trace keeps of them.
 */
#include "packs.h"

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

/* 59.5 would find the row from 60, and 59.5 would be paid: no reading of such a table says that. */
static void a_table_that_rounds_gives_no_formula(void **state)
{
    (void)state;
    assert_refused("local t = bands \"t\" { round = 0,\n"
                   "  { from = 0, to = 59, give = \"0%\" },\n"
                   "  { from = 60, to = 100, give = function(_, s) return s.full end } }\n"
                   "return subject { p = points {}, full = percent {},\n"
                   "  r = percent { bands = t, by = \"p\" } }\n",
                   "E0114 person.lua:3:33");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_score_between_two_printed_bands_is_refused),
        TEST(with_reach_up_it_belongs_to_the_band_below),
        TEST(a_score_is_rounded_before_the_look_up_where_the_table_says_so),
        TEST(an_edge_may_be_a_formula),
        TEST(an_edge_of_another_unit_is_an_error),
        TEST(a_percentage_is_looked_up_among_percentages),
        TEST(a_row_may_give_a_formula_of_the_score),
        TEST(a_table_that_rounds_gives_no_formula),
        TEST(a_row_may_give_several_values),
        TEST(a_figure_is_rounded_once_where_it_is_declared),
        TEST(half_a_cent_goes_away_from_zero),
        TEST(a_band_over_the_ceiling_is_cut_before_rounding_and_the_trace_says_so),
        TEST(a_band_below_the_ceiling_is_left_alone),
        TEST(a_figure_remembers_what_it_read_and_which_row_it_found),
    };
    return cmocka_run_group_tests_name("lookup", tests, NULL, NULL);
}
