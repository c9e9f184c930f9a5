/* Keyed and dated tables, and the word `period`: what they give, to cells and in formulas, and that
 * nothing is ever taken from a row that does not hold. */
#include "packs.h"

#define WEIGHTS                                                                                    \
    "local weights = keyed \"weights\" {\n"                                                        \
    "  title = \"Weights\", source = \"art. 4\",\n"                                                \
    "  manager = { org = \"70%\", behaviour = \"30%\" },\n"                                        \
    "  [\"Chief clerk\"] = { org = \"30%\", behaviour = \"60%\" },\n"                              \
    "}\n"
#define COVERAGE                                                                                   \
    "local coverage = dated \"coverage\" {\n"                                                      \
    "  { from = \"2023-01-01\", to = \"2023-12-31\", give = \"70%\" },\n"                          \
    "  { from = \"2024-02-01\", to = \"2024-06-30\", give = \"80%\" },\n"                          \
    "  { from = \"2024-07-01\", give = \"95%\" },\n"                                               \
    "}\n"

static void a_row_is_found_by_the_word_of_a_choice(void **state)
{
    (void)state;
    write_rules(WEIGHTS "return subject {\n"
                        "  job = choice { \"manager\", \"Chief clerk\" },\n"
                        "  org = percent { keyed = weights, by = \"job\", give = \"org\" },\n"
                        "}");
    evaluate("job: Chief clerk");
    assert_figure("org", "30");
    assert_string_equal(packs_text(figure("org")->steps[1].give->key), "org");
    evaluate("job: manager");
    assert_figure("org", "70");
}

static void a_keyed_table_gives_amounts_texts_and_dates(void **state)
{
    (void)state;
    write_rules("local amounts = keyed \"amounts\" { A = 1200, B = \"0.50\" }\n"
                "local dates = keyed \"dates\" { A = \"2024-02-29\", B = \"2024-03-01\" }\n"
                "local words = keyed \"words\" { A = \"first\", B = \"second\" }\n"
                "return subject {\n"
                "  level = text {},\n"
                "  pay = money { keyed = amounts, by = \"level\" },\n"
                "  day = date { keyed = dates, by = \"level\" },\n"
                "  class = class { keyed = words, by = \"level\" },\n"
                "}");
    evaluate("level: A");
    assert_figure("pay", "1200.00");
    assert_figure("day", "2024-02-29");
    assert_figure("class", "first");
    evaluate("level: B");
    assert_figure("pay", "0.50");
}

static const char *const graded =
    "local classes = bands \"classes\" { { below = 60, give = \"low\" },\n"
    "  { from = 60, give = \"high\" } }\n"
    "return subject { score = points {},\n"
    "  class = class { bands = classes, by = \"score\" },\n"
    "  said = text { of = function(s) return s.class end },\n";

static void a_class_has_the_words_that_its_table_gives(void **state)
{
    (void)state;
    write_rules(packs_join(graded,
                           "  best = flag { of = function(s) return is(s.class, \"high\")"
                           " and above(s.class, \"low\") end } }",
                           ""));
    assert_int_equal(evaluate("score: 70"), PAG_OK);
    assert_figure("class", "high");
    assert_figure("said", "high");
    assert_figure("best", "true");
}

static void a_word_that_the_table_does_not_give_is_told(void **state)
{
    (void)state;
    write_rules(packs_join(
        graded, "  best = flag { of = function(s) return is(s.class, \"hihg\") end } }", ""));
    assert_int_equal(evaluate("score: 70"), PAG_INVALID);
    assert_said("E0465 person.lua:6:53");
}

static void a_class_that_bands_give_finds_its_row(void **state)
{
    (void)state;
    write_rules("local classes = bands \"classes\" { { below = 60, give = \"low\" },\n"
                "  { give = \"high\" } }\n"
                "local shares = keyed \"shares\" { low = \"10%\", high = \"90%\" }\n"
                "return subject {\n"
                "  share = percent { keyed = shares, by = \"class\" },\n"
                "  class = class { bands = classes, by = \"score\" },\n"
                "  score = points {},\n"
                "}");
    evaluate("score: 60");
    assert_figure("share", "90");
}

static void a_word_without_row_and_a_row_without_word_are_two_errors(void **state)
{
    (void)state;
    assert_refused(WEIGHTS "return subject {\n"
                           "  job = choice { \"manager\", \"guard\" },\n"
                           "  org = percent { keyed = weights, by = \"job\", give = \"org\" },\n"
                           "}",
                   "E0704 person.lua:4:4; E0703 person.lua:8:41");
}

static void a_word_and_a_row_that_look_alike_are_told_once(void **state)
{
    (void)state;
    assert_refused(WEIGHTS "return subject {\n"
                           "  list = list { name = text {},\n"
                           "    org = percent { keyed = weights, by = \"job\", give = \"org\" },\n"
                           "    job = choice { \"managers\", \"Chief clerk\" } },\n"
                           "}",
                   "E0704 person.lua:3:3");
}

static void a_value_that_one_row_lacks_is_told_at_the_cell(void **state)
{
    (void)state;
    assert_refused("local t = keyed \"t\" { a = { x = 1, y = 2 }, b = { x = 3 } }\n"
                   "return subject { k = text {}, v = number { keyed = t, by = \"k\", "
                   "give = \"y\" } }",
                   "E0138 person.lua:2:72");
    assert_refused("local t = keyed \"t\" { a = \"4\" }\n"
                   "return subject { k = text {}, v = percent { keyed = t, by = \"k\" } }",
                   "E0116 person.lua:1:27");
}

static void an_unknown_text_is_told_where_it_is_written(void **state)
{
    (void)state;
    write_rules(WEIGHTS "return subject { job = text {},\n"
                        "  org = percent { keyed = weights, by = \"job\", give = \"org\" } }");
    evaluate("job: Manager");
    assert_said("E0706 evaluation.yaml:4:8");
    assert_string_equal(sentence(NOTE), "its rows are: manager, Chief clerk");
}

static void the_first_and_the_last_day_of_a_row_belong_to_it(void **state)
{
    (void)state;
    static const struct {
        const char *day, *gives;
    } days[] = {{"2023-01-01", "70"}, {"2023-12-31", "70"}, {"2024-02-01", "80"},
                {"2024-06-30", "80"}, {"2024-07-01", "95"}, {"2999-12-31", "95"}};
    write_rules(COVERAGE "return subject { day = date {},\n"
                         "  needed = percent { dated = coverage, by = \"day\" } }");
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        evaluate(packs_join("day: ", days[i].day, ""));
        assert_figure("needed", days[i].gives);
    }
}

static void a_day_in_no_row_is_never_taken_from_the_nearest(void **state)
{
    (void)state;
    static const char *const days[] = {"2022-12-31", "2024-01-01", "2024-01-31"};
    write_rules(COVERAGE "return subject { day = date {},\n"
                         "  needed = percent { dated = coverage, by = \"day\" } }");
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        evaluate(packs_join("day: ", days[i], ""));
        assert_said("E0715 evaluation.yaml:4:8");
    }
    assert_string_equal(
        sentence(NOTE),
        "its periods are: 2023-01-01 – 2023-12-31, 2024-02-01 – 2024-06-30, 2024-07-01 – …");
}

static const char *of_period(const char *by)
{
    return packs_join(COVERAGE "return subject { a = money {},\n"
                               "  needed = percent { dated = coverage, by = \"",
                      by, "\" } }");
}

static void evaluate_period(const char *from, const char *to)
{
    const char *days = packs_join(from, ", to: ", to);
    if (!packs.pack) assert_true(load());
    evaluate_document(
        packs_join("rules: test/2024\nperiod: {from: ", days, "}\nperson:\n  a: 10\n"));
}

static void the_end_or_the_start_of_the_period_finds_the_row(void **state)
{
    (void)state;
    write_rules(of_period("period end"));
    evaluate_period("2024-01-01", "2024-12-31");
    assert_figure("needed", "95");
    assert_int_equal(figure("needed")->steps[0].by, PAG_BY_END);
    write_rules(of_period("period start"));
    assert_true(load());
    evaluate_period("2024-06-30", "2024-12-31");
    assert_figure("needed", "80");
}

static void a_table_that_changes_within_the_period_is_an_error(void **state)
{
    (void)state;
    write_rules(of_period("period"));
    evaluate_period("2024-02-01", "2024-06-30");
    assert_figure("needed", "80");
    evaluate_period("2024-02-01", "2024-07-01");
    assert_said("E0716 person.lua:7:45");
    evaluate_period("2024-01-31", "2024-06-30"); /* its first day is in no row */
    assert_said("E0715 evaluation.yaml:2:9");
    evaluate_document("rules: test/2024\nperson:\n  a: 10\n");
    assert_said("E0717 person.lua:7:45");
}

static void a_cell_may_be_called_period(void **state)
{
    (void)state;
    write_rules(COVERAGE "return subject { period = text {},\n"
                         "  needed = percent { dated = coverage, by = \"period end\" },\n"
                         "  same = text { of = function(s) return s.period end } }");
    evaluate("period: first");
    assert_figure("needed", "95");
    assert_figure("same", "first");
}

static void both_tables_are_called_in_formulas(void **state)
{
    (void)state;
    write_rules(
        WEIGHTS COVERAGE
        "local words = keyed \"words\" { manager = \"yes\", [\"Chief clerk\"] = \"no\" }\n"
        "return subject {\n"
        "  job = choice { \"manager\", \"Chief clerk\" }, day = date {},\n"
        "  a = percent { of = function(s) return weights(s.job, \"behaviour\") end },\n"
        "  b = percent { of = function(s) return weights(\"manager\", \"org\") end },\n"
        "  c = percent { of = function(s) return coverage(s.day) * coverage(period.to) end },\n"
        "  d = text { of = function(s) return words(s.job) end },\n"
        "}");
    evaluate("job: Chief clerk\nday: 2023-05-05");
    assert_figure("a", "60");
    assert_figure("b", "70");
    assert_figure("c", "66.5");
    assert_figure("d", "no");
}

static void a_call_that_asks_otherwise_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *call, *code;
    } calls[] = {{"weights(5, \"org\")", "E0466"},
                 {"weights(\"guard\", \"org\")", "E0706"},
                 {"weights(\"manager\", \"pay\")", "E0138"},
                 {"weights(\"manager\")", "E0471"},
                 {"weights(\"manager\", 3)", "E0466"},
                 {"weights(\"manager\", \"org\", 1)", "E0466"},
                 {"weights.manager", "E0466"},
                 {"weights()", "E0466"},
                 {"coverage(\"2024-07-01\")", "E0466"},
                 {"coverage(2024)", "E0466"},
                 {"coverage(s.score)", "E0466"},
                 {"coverage(period)", "E0466"},
                 {"coverage(period.from)", "E0715"},
                 {"coverage(period.end_)", "E0719"},
                 {"period + 1", "E0455"},
                 {"period()", "E0463"},
                 {"#period", "E0463"}};
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        write_rules(packs_join(WEIGHTS COVERAGE "return subject { score = points {},\n"
                                                "  a = percent { of = function(s) return ",
                               calls[i].call, " end } }"));
        assert_true(load());
        evaluate("score: 1");
        if (strncmp(said(), calls[i].code, 5) != 0) fail_msg("%s: %s", calls[i].call, said());
    }
}

static void the_period_is_two_dates_noted_once(void **state)
{
    (void)state;
    write_rules("return subject { a = money {}, n = whole { of = function(s)\n"
                "  local n = days(period.from, period.to)\n"
                "  return n - (period.to - period.from) end } }");
    evaluate("a: 1");
    assert_figure("n", "1");
    assert_int_equal(figure("n")->n_steps, 2);
    assert_int_equal(figure("n")->steps[0].kind, PAG_STEP_PERIOD);
    assert_int_equal(figure("n")->steps[1].chosen, 1);
}

#define IN_YEAR                                                                                    \
    "return subject { paid = whole {}, n = whole { of = function(s)\n"                             \
    "  if is(s.paid, period.year) then return period.year end\n"                                   \
    "  return 0 end } }"

static void the_year_of_the_period_is_a_number_noted_once(void **state)
{
    (void)state;
    write_rules(IN_YEAR);
    evaluate("paid: 2024");
    assert_figure("n", "2024");
    assert_int_equal(figure("n")->n_steps, 2);
    const pag_step *step = &figure("n")->steps[1];
    assert_int_equal(step->kind, PAG_STEP_PERIOD);
    assert_int_equal(step->chosen, PAG_PERIOD_YEAR);
    assert_int_equal(pag_number_unit(step->result), PAG_PLAIN);
    evaluate("paid: 2023");
    assert_figure("n", "0");
}

static void a_period_over_the_turn_of_a_year_has_no_year(void **state)
{
    (void)state;
    write_rules(IN_YEAR);
    assert_true(load());
    (void)evaluate_document("rules: test/2024\nperiod: {from: 2024-07-01, to: 2025-06-30}\n"
                            "person: {paid: 2024}\n");
    assert_said("E0283 evaluation.yaml:2:9");
    (void)evaluate_document("rules: test/2024\nperson: {paid: 2024}\n");
    assert_said("E0717 person.lua:2:3");
    write_rules("local year = period.year\nreturn subject { a = money {} }");
    assert_false(load());
    assert_said("E0718 person.lua:1:14");
}

static void libraries_and_national_files_bring_tables(void **state)
{
    (void)state;
    write_file("rules/national/deep/rates.lua",
               "rates = dated \"rates\" { { from = \"2024-01-01\", give = \"5%\" } }\n");
    write_file("rules/lib/scales.lua", "scales = keyed \"scales\" { a = 2, b = 3 }\n");
    write_rules("use \"national/deep/rates\"\nuse \"lib/scales\"\n"
                "return subject { k = text {},\n"
                "  r = percent { dated = rates, by = \"period\" },\n"
                "  s = number { keyed = scales, by = \"k\" } }");
    evaluate("k: b");
    assert_figure("r", "5");
    assert_figure("s", "3");
}

static void a_row_with_give_says_its_source_too(void **state)
{
    (void)state;
    write_rules("local t = keyed \"t\" { A = 4, B = { give = 5, source = \"art. 1\" } }\n"
                "local u = keyed \"u\" { A = { x = 1, y = 2 },\n"
                "  B = { give = { x = 6, y = 7 }, note = \"as above\" } }\n"
                "return subject {\n"
                "  level = choice { \"A\", \"B\" },\n"
                "  t = number { keyed = t, by = \"level\" },\n"
                "  x = number { keyed = u, by = \"level\", give = \"x\" },\n"
                "  y = number { of = function(s) return u(s.level, \"y\") end },\n"
                "}\n");
    evaluate("level: B");
    assert_figure("t", "5");
    assert_figure("x", "6");
    assert_figure("y", "7");
    assert_refused("local t = keyed \"t\" { A = { give = 5, sourc = \"art. 1\" } }\n"
                   "return subject { a = money {} }",
                   "E0124 person.lua:1:39");
}

static void rules_of_others_are_no_library(void **state)
{
    (void)state;
    write_file("rules/other/2024/pack.lua", "pack { title = \"Other\" }\n");
    assert_refused("use \"other/2024/pack\"\nreturn subject { a = money {} }",
                   "E0161 person.lua:1:5");
    assert_refused("use \"lib\"\nreturn subject { a = money {} }", "E0161 person.lua:1:5");
    assert_refused("use \"lib/../other/2024/pack\"\nreturn subject { a = money {} }",
                   "E0161 person.lua:1:5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_row_is_found_by_the_word_of_a_choice),
        TEST(a_keyed_table_gives_amounts_texts_and_dates),
        TEST(a_class_has_the_words_that_its_table_gives),
        TEST(a_word_that_the_table_does_not_give_is_told),
        TEST(a_class_that_bands_give_finds_its_row),
        TEST(a_word_without_row_and_a_row_without_word_are_two_errors),
        TEST(a_word_and_a_row_that_look_alike_are_told_once),
        TEST(a_value_that_one_row_lacks_is_told_at_the_cell),
        TEST(an_unknown_text_is_told_where_it_is_written),
        TEST(the_first_and_the_last_day_of_a_row_belong_to_it),
        TEST(a_day_in_no_row_is_never_taken_from_the_nearest),
        TEST(the_end_or_the_start_of_the_period_finds_the_row),
        TEST(a_table_that_changes_within_the_period_is_an_error),
        TEST(a_cell_may_be_called_period),
        TEST(both_tables_are_called_in_formulas),
        TEST(a_call_that_asks_otherwise_is_told),
        TEST(the_period_is_two_dates_noted_once),
        TEST(the_year_of_the_period_is_a_number_noted_once),
        TEST(a_period_over_the_turn_of_a_year_has_no_year),
        TEST(libraries_and_national_files_bring_tables),
        TEST(a_row_with_give_says_its_source_too),
        TEST(rules_of_others_are_no_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
