/* Tests of rules: what a case may give and expect, tables of rows, policies. */
#include "ruletests.h"

static void a_case_computes_only_what_it_expects(void **state)
{
    (void)state;
    assert_pass("- test: solo la percentuale\n"
                "  person: {part: [{name: A, score: 41}]}\n"
                "  expect: {person.part.a.rate: 10%}\n",
                "1 case: 1 passed");
}

static void any_tail_of_a_name_that_only_one_figure_has_will_do(void **state)
{
    (void)state;
    assert_pass("- test: nomi\n"
                "  person: {base: 100, part: [{name: A, share: 100%, score: 50}]}\n"
                "  expect: {person.part.a.rate: 10%, part.a.rate: 10%, a.rate: 10%, rate: 10%,\n"
                "           person.part.rate: 10%, total: 10, person.total: 10.00}\n",
                "1 case: 1 passed");
}

static void a_wrong_value_is_shown_with_its_place_and_what_came(void **state)
{
    (void)state;
    assert_tests_by(rules,
                    "- test: troppo poco\n"
                    "  person: {part: [{name: A, score: 41}]}\n"
                    "  expect: {rate: 11%}\n",
                    PAG_FINDINGS,
                    "tests.yaml:3:18: error: \"troppo poco\" does not pass: "
                    "person.part.a.rate is 10%, and 11% was expected [E0840]\n\n"
                    "1 case: 0 passed, 1 not passed\n");
}

static void values_are_equal_to_the_last_digit(void **state)
{
    (void)state;
    const char *text = "return subject { a = money {}, b = money { of = function(s) return s.a / 3 "
                       "end } }";
    assert_tests_by(text,
                    "- {test: frazione, person: {a: 100}, expect: {b: 100/3}}\n"
                    "- {test: troncata, person: {a: 100}, expect: {b: 33.33}}\n",
                    PAG_FINDINGS,
                    "tests.yaml:2:50: error: \"troncata\" does not pass: person.b is 100/3, and "
                    "33.33 was expected [E0840]\n\n2 cases: 1 passed, 1 not passed\n");
}

static void a_table_runs_a_case_for_each_row(void **state)
{
    (void)state;
    assert_pass("- test: soglie\n"
                "  table: person.part\n"
                "  given: [score]\n"
                "  expect: [rate]\n"
                "  rows: [[0, 0%], [40, 0%], [41, 10%], [40.5, E0305], [101, E0233]]\n",
                "5 cases: 5 passed");
}

static void the_rows_of_a_table_stand_in_the_data_of_the_case(void **state)
{
    (void)state;
    const char *cases = "- test: righe\n"
                        "  person:\n"
                        "    base: 1000\n"
                        "    part: [{name: A, share: 60%, score: 0}, {name: B, share: 40%}]\n"
                        "  table: person.part.b\n"
                        "  given: [score]\n"
                        "  expect: [pay, total, a.pay]\n"
                        "  rows: [[41, 40, 40, 0], [40, 0, 0, 0]]\n";
    assert_pass(cases, "2 cases: 2 passed");
}

static void a_table_over_a_subject_sets_its_own_cells(void **state)
{
    (void)state;
    assert_pass("- test: soggetto\n"
                "  person: {part: [{name: A, share: 100%, rate: 10%}]}\n"
                "  table: person\n"
                "  given: [base, mode]\n"
                "  expect: [total]\n"
                "  rows: [[1000, plain, 100], [1000, double, 200]]\n",
                "2 cases: 2 passed");
}

static void a_policy_replaces_what_the_rules_write(void **state)
{
    (void)state;
    assert_pass("- test: vuoto\n"
                "  policy: {steps.gaps: reach up}\n"
                "  person: {part: [{score: 40.5}]}\n"
                "  expect: {rate: 0%}\n"
                "- test: di nuovo rifiutato\n"
                "  person: {part: [{score: 40.5}]}\n"
                "  error: E0305\n"
                "- test: valore\n"
                "  policy: {person.mode.value: double}\n"
                "  person: {base: 100, part: [{share: 100%, rate: 10%}]}\n"
                "  expect: {total: 20}\n"
                "- test: dentro le graffe\n"
                "  policy: {person.part.pay.mode: down}\n"
                "  person: {base: 100.09, part: [{share: 100%, rate: 10%}]}\n"
                "  expect: {pay: 10.00}\n"
                "- test: come scritto\n"
                "  person: {base: 100.09, part: [{share: 100%, rate: 10%}]}\n"
                "  expect: {pay: 10.01}\n",
                "5 cases: 5 passed");
}

static void a_policy_may_add_a_rounding_or_what_gaps_mean(void **state)
{
    (void)state;
    assert_pass("- test: all'intero prima delle fasce\n  policy: {steps.round: 0}\n"
                "  person: {part: [{name: A, score: 40.5}]}\n  expect: {a.rate: 10%}\n"
                "- test: il totale al centesimo\n  policy: {person.total.round: cent}\n"
                "  person: {base: 1, part: [{name: A, pay: 0.10}]}\n  expect: {total: 0.10}\n",
                "2 cases: 2 passed");
}

static void a_policy_may_add_any_word_that_may_stand_there(void **state)
{
    (void)state;
    assert_pass("- {test: massimo, policy: {person.base.max: 5}, person: {base: 6}, error: E0233}\n"
                "- {test: un valore che manca, policy: {person.base.default: 5},\n"
                "   person: {}, expect: {base: 5}}\n",
                "2 cases: 2 passed");
    assert_tests_by("return subject { base = money {}, a = money { round = { step = \"0.01\" },\n"
                    "  of = function(s) return s.base / 3 end } }\n",
                    "- {test: t, policy: {person.a.round.mode: up}, person: {base: 1},\n"
                    "   expect: {a: 0.34}}\n",
                    PAG_OK, "1 case: 1 passed\n");
}

static void a_policy_may_change_what_a_criterion_that_does_not_apply_means(void **state)
{
    (void)state;
    const char *text = "return subject {\n"
                       "  marks = sheet { criteria = { { id = \"a\" }, { id = \"b\" } },\n"
                       "    marks = { 4, 10 }, na = \"refuse\" },\n"
                       "  score = points { of = function(s) return sum(s.marks) end } }";
    assert_tests_by(text,
                    "- test: rifiutato\n"
                    "  person: {marks: {a: 4, b: na}}\n"
                    "  error: E0727\n"
                    "- test: riportato al massimo\n"
                    "  policy: {person.marks.na: rescale}\n"
                    "  person: {marks: {a: 4, b: na}}\n"
                    "  expect: {score: 8}\n",
                    PAG_OK, "2 cases: 2 passed\n");
}

static void the_entries_of_the_plan_are_there_and_cells_of_the_plan_may_be_set(void **state)
{
    (void)state;
    const char *told;
    write_file("plans/test/years/plan.yaml",
               "plan: test/years\norganization: M\ntitle: T\n"
               "period: {from: 2024-01-01, to: 2026-12-31}\nsource: S\n"
               "areas:\n  - {id: north, title: Nord, weight: 60%}\n"
               "  - {id: south, title: Sud, weight: 40%}\n");
    write_rules("return subject { area = list { from = \"plan.areas\",\n"
                "  name = text { planned = \"title\" }, weight = percent { planned = true },\n"
                "  mark = points {}, counts = points { of = function(a)\n"
                "    return a.mark * a.weight end } },\n"
                "  total = points { of = function(s) return sum(s.area, \"counts\") end } }");
    write_file("rules/test/2024/pack.lua", "pack { title = \"P\", plan = \"test/years\" }\n");
    write_file("rules/test/2024/tests.yaml", "- test: una sola area\n"
                                             "  person: {area: {north: {mark: 10}}}\n"
                                             "  expect: {north.counts: 6, south.weight: 40%}\n"
                                             "- test: un altro peso\n"
                                             "  person: {area: {south: {mark: 10}}}\n"
                                             "  table: person.area.north\n"
                                             "  given: [mark, weight]\n"
                                             "  expect: [counts, total]\n"
                                             "  rows: [[10, 50%, 5, 9], [0, 60%, 0, 4]]\n");
    assert_int_equal(run_path(packs_join(packs.root, "/", "rules"), false, &told), PAG_OK);
    assert_string_equal(told, "3 cases: 3 passed\n");
}

static void what_the_plan_says_may_be_taken_away_where_it_may_lack(void **state)
{
    (void)state;
    const char *told;
    write_file("plans/test/years/plan.yaml",
               "plan: test/years\norganization: M\ntitle: T\n"
               "period: {from: 2024-01-01, to: 2026-12-31}\nsource: S\n"
               "areas:\n  - {id: north, title: Nord, weight: 60%, level: alto}\n");
    write_rules("return subject { area = list { from = \"plan.areas\",\n"
                "  name = text { planned = \"title\" }, weight = percent { planned = true },\n"
                "  level = text { planned = true, optional = true },\n"
                "  has = flag { of = function(a) return a.level ~= nil end } } }");
    write_file("rules/test/2024/pack.lua", "pack { title = \"P\", plan = \"test/years\" }\n");
    write_file("rules/test/2024/tests.yaml",
               "- {test: t, person: {area: {north: {}}}, expect: {has: true}}\n"
               "- {test: u, person: {area: {north: {level: null}}}, expect: {has: false}}\n"
               "- {test: v, person: {area: {north: {weight: null}}}, error: E0897}\n");
    assert_int_equal(run_path(packs_join(packs.root, "/", "rules"), false, &told), PAG_OK);
    assert_string_equal(told, "3 cases: 3 passed\n");
}

static void a_value_to_be_confirmed_is_compared_and_may_be_replaced(void **state)
{
    (void)state;
    const char *text = "return subject { base = money {},\n"
                       "  rate = percent { value = to_confirm(\"30%\", \"non pubblicato\") },\n"
                       "  pay = money { payable = true, round = \"cent\",\n"
                       "    of = function(s) return s.base * s.rate end } }";
    assert_tests_by(text,
                    "- {test: com'è, person: {base: 10}, expect: {pay: 3.00}}\n"
                    "- test: con un altro\n"
                    "  policy: {person.rate.value: 20%}\n"
                    "  person: {base: 10}\n"
                    "  expect: {pay: 2.00}\n",
                    PAG_OK, "2 cases: 2 passed\n");
}

static const char *const tables =
    "local weights = keyed \"weights\" { low = { a = \"30%\", b = \"70%\" },\n"
    "  high = { a = \"50%\", b = \"50%\" } }\n"
    "local rates = dated \"rates\" { { from = \"2024-01-01\", to = \"2024-12-31\", give = 1 },\n"
    "  { from = \"2025-01-01\", give = 2 } }\n"
    "return subject { kind = choice { \"low\", \"high\" },\n"
    "  a = percent { keyed = weights, by = \"kind\", give = \"a\" },\n"
    "  rate = number { dated = rates, by = \"period end\" } }";

static void tables_by_key_and_by_date_are_tested_alike(void **state)
{
    (void)state;
    assert_tests_by(tables,
                    "- test: per chiave\n"
                    "  table: person\n  given: [kind]\n  expect: [a]\n"
                    "  rows: [[low, 30%], [high, 50%]]\n"
                    "- test: per data\n"
                    "  period: {from: 2024-07-01, to: 2025-01-01}\n"
                    "  person: {}\n  expect: {rate: 2}\n"
                    "- test: un altro peso\n"
                    "  policy: {weights.high.a: 20%}\n"
                    "  table: person\n  given: [kind]\n  expect: [a]\n"
                    "  rows: [[low, 30%], [high, 20%]]\n",
                    PAG_OK, "5 cases: 5 passed\n");
    assert_tests_by(tables,
                    "- {test: quale, policy: {weights.a: 20%}, person: {kind: low}, "
                    "expect: {a: 20%}}\n",
                    PAG_INVALID,
                    "tests.yaml:1:26: error: the rules have nothing called \"weights.a\" that a "
                    "policy could replace [E0843]\n\n"
                    "no case was run\n");
}

static const char *const refs =
    "return subject {\n"
    "  area = list { name = text {}, score = percent { of = function(a) return a.got end },\n"
    "    got = percent {} },\n"
    "  person = list { name = text {}, area = ref { to = \"person.area\" },\n"
    "    extra = points { optional = true },\n"
    "    points = points { of = function(p)\n"
    "      if p.extra == nil then return 0 end return p.extra end },\n"
    "    score = percent { of = function(p) return p.area.score end } } }";

static void refs_lead_to_entries_of_the_case_and_what_is_optional_may_be_left_out(void **state)
{
    (void)state;
    assert_tests_by(refs,
                    "- test: dell'area\n"
                    "  person:\n"
                    "    area: [{name: Nord, score: 80%}]\n"
                    "    person: [{name: A, area: nord}]\n"
                    "  expect: {person.person.a.score: 80%, a.area: Nord, a.points: 0}\n"
                    "- test: senza aree\n"
                    "  person: {person: [{name: A, area: nord}]}\n"
                    "  expect: {a.points: 0}\n"
                    "- test: senza aree non si sa\n"
                    "  person: {person: [{name: A, area: nord}]}\n"
                    "  expect: {a.score: 80%}\n"
                    "  error: E0820\n",
                    PAG_FINDINGS,
                    "tests.yaml:11:21: error: \"senza aree non si sa\" does not pass: "
                    "person.person.a.score is —, and 80% was expected [E0840]\n\n"
                    "3 cases: 2 passed, 1 not passed\n");
}

static void a_policy_leaves_a_shared_table_of_other_cells_alone(void **state)
{
    (void)state;
    const char *text = "local cents = { step = \"0.01\", mode = \"half up\" }\n"
                       "return subject { x = number {},\n"
                       "  a = number { round = cents, of = function(s) return s.x end },\n"
                       "  b = number { round = cents, of = function(s) return s.x end } }";
    assert_tests_by(text,
                    "- test: una sola\n"
                    "  policy: {person.a.mode: down}\n"
                    "  person: {x: 1.0090}\n"
                    "  expect: {a: 1.00, b: 1.01}\n",
                    PAG_OK, "1 case: 1 passed\n");
}

static void what_is_missing_is_an_error_only_where_it_is_read(void **state)
{
    (void)state;
    assert_told("- test: senza base\n"
                "  person: {part: [{share: 100%, rate: 10%}]}\n"
                "  expect: {rate: 10%, pay: 0}\n",
                PAG_FINDINGS, "the case does not give \"person.base\"");
    assert_told("- test: senza elenco\n  person: {base: 1}\n  expect: {total: 0}\n", PAG_FINDINGS,
                "the case does not give \"person.part\"");
}

static void a_case_may_expect_exactly_the_errors_that_come(void **state)
{
    (void)state;
    assert_pass("- test: voti\n"
                "  person: {part: [{marks: {a: 51, b: 3}}]}\n"
                "  error: E0233\n"
                "- test: quote\n"
                "  person: {part: [{name: A, share: 50%}, {name: B, share: 40%}]}\n"
                "  error: [E0242]\n",
                "2 cases: 2 passed");
    assert_told("- test: altro\n  person: {part: [{score: 40.5}]}\n  error: E0306\n", PAG_FINDINGS,
                "\"altro\" does not pass: it told E0305, which was not expected");
    assert_told("- test: niente\n  person: {part: [{score: 40}]}\n  error: E0305\n", PAG_FINDINGS,
                "E0305 was expected and did not come");
}

static void conditions_are_judged_when_the_case_gives_what_they_need(void **state)
{
    (void)state;
    assert_pass("- test: non si sa\n  person: {base: 5}\n  expect: {base: 5}\n"
                "- test: violata\n  person: {base: 5, total: 6}\n  error: E0320\n"
                "- test: avviso\n  person: {base: 5000, total: 1000}\n  warning: W0321\n"
                "  expect: {total: 1000}\n"
                "- test: un avviso è per chi valuta\n  person: {base: 5000, total: 1000}\n"
                "  expect: {total: 1000}\n",
                "4 cases: 4 passed");
    assert_told("- test: di sorpresa\n  person: {base: 5, total: 6}\n  expect: {total: 6}\n",
                PAG_FINDINGS, "it told E0320");
}

static void rules_of_one_year_are_tried_in_that_year(void **state)
{
    (void)state;
    write_file("rules/test/2025/pack.lua", "pack { title = \"Prova\", year = 2025 }\n");
    write_file("rules/test/2025/person.lua",
               "return subject { last = date { of = function() return period.to end } }");
    write_file("rules/test/2025/tests.yaml",
               "- test: l'anno delle regole\n  person: {}\n  expect: {last: 2025-12-31}\n"
               "- test: un altro, se il caso lo dice\n"
               "  period: {from: 2026-01-01, to: 2026-06-30}\n"
               "  person: {}\n  expect: {last: 2026-06-30}\n");
    const char *told;
    pag_status ended = run_path(packs_join(packs.root, "/rules/test/2025", ""), false, &told);
    assert_string_equal(told, "2 cases: 2 passed\n");
    assert_int_equal(ended, PAG_OK);
}

static void the_cells_of_a_subject_at_the_top_stand_in_the_case(void **state)
{
    (void)state;
    const char *text = "return subject { top = true, table = money {}, a = money {},\n"
                       "  b = money { of = function(s) return s.a * 2 end },\n"
                       "  c = money { of = function(s) return s.table end } }";
    assert_tests_by(text,
                    "- {test: in cima, a: 2, expect: {b: 4}}\n"
                    "- {test: sotto il nome, person: {a: 2, table: 3}, expect: {b: 4, c: 3}}\n"
                    "- {test: sbagliata, ab: 2, a: 2, error: E0261}\n",
                    PAG_OK, "3 cases: 3 passed\n");
}

static void a_table_reaches_into_a_list_of_a_list(void **state)
{
    (void)state;
    const char *text = "return subject { office = list { name = text {},\n"
                       "  person = list { name = text {}, n = number {},\n"
                       "    twice = number { of = function(p) return p.n * 2 end } } } }";
    assert_tests_by(text,
                    "- test: annidato\n"
                    "  table: person.office.x.person\n"
                    "  given: [name, n]\n"
                    "  expect: [twice, office.x.person.twice]\n"
                    "  rows: [[Anna, 1, 2, 2], [Bice, 2, 4, 4]]\n",
                    PAG_OK, "2 cases: 2 passed\n");
}

static void published_and_derived_cases_are_counted_apart(void **state)
{
    (void)state;
    assert_pass("- {test: a, source: published, person: {base: 1}, expect: {base: 1}}\n"
                "- {test: b, source: derived, person: {base: 1}, expect: {base: 1}}\n"
                "- {test: c, person: {base: 1}, expect: {base: 1}}\n",
                "3 cases: 3 passed; published: 1 of 1; derived: 1 of 1");
}

static void verbose_gives_a_line_for_each_case(void **state)
{
    (void)state;
    const char *told;
    write_rules(rules);
    write_file("rules/test/2024/tests.yaml",
               "- {test: a, source: published, person: {base: 1}, expect: {base: 1}}\n");
    assert_int_equal(run_path(packs_join(packs.root, "/", "rules/test"), true, &told), PAG_OK);
    assert_string_equal(told, "passed      test/2024: a  [published]\n"
                              "1 case: 1 passed; published: 1 of 1\n");
}

static void one_file_can_be_tested_alone(void **state)
{
    (void)state;
    const char *told;
    write_rules(rules);
    write_file("rules/test/2024/a.yaml", "- {test: a, person: {base: 1}, expect: {base: 1}}\n");
    write_file("rules/test/2024/b.yaml", "- {test: b, person: {base: 1}, expect: {base: 2}}\n");
    const char *folder = packs_join(packs.root, "/", "rules/test/2024");
    assert_int_equal(run_path(packs_join(folder, "/", "a.yaml"), false, &told), PAG_OK);
    assert_int_equal(run_path(folder, false, &told), PAG_FINDINGS);
}

/* The sentence shows a dash for what cannot be computed from the case. */
static void a_condition_that_surely_does_not_hold_is_told_with_what_is_known(void **state)
{
    (void)state;
    const char *text =
        "return subject {\n"
        "  base = money {}, cap = money { optional = true },\n"
        "  part = list { name = text {}, pay = money {}, like = ref { to = \"person.part\" } },\n"
        "  total = money { of = function(s) return sum(s.part, \"pay\") end },\n"
        "  must { \"{base} oltre {cap}, in tutto {total}\", at = \"base\",\n"
        "    of = function(s) return s.cap == nil or s.base <= s.cap end },\n"
        "}\n";
    assert_tests_by(text, "- {test: t, person: {base: 6, cap: 5}, error: E0320}\n", PAG_OK,
                    "1 case: 1 passed\n");
    assert_tests_by(text, "- {test: t, person: {base: 6, cap: 5}, expect: {base: 6}}\n",
                    PAG_FINDINGS,
                    "tests.yaml:1:3: error: \"t\" does not pass: it told E0320, which was not "
                    "expected [E0841]\n"
                    "tests.yaml:1:28: error: 6,00 € oltre 5,00 €, in tutto — [E0320]\n\n"
                    "1 case: 0 passed, 1 not passed\n");
}

static void conditions_on_refs_and_what_is_left_out_wait_for_what_they_need(void **state)
{
    (void)state;
    const char *text =
        "return subject {\n"
        "  area = list { name = text {}, score = points {} },\n"
        "  part = list { name = text {}, area = ref { to = \"person.area\" },\n"
        "    deputy = ref { to = \"person.part\", optional = true }, n = points {},\n"
        "    must { \"{name} di {area}, vice {deputy}\", at = \"deputy\",\n"
        "      of = function(p) return p.deputy == nil or not is(p.deputy, p) end },\n"
        "    must { \"{n} più di {area}\", of = function(p) return p.n <= p.area.score end },\n"
        "  },\n"
        "}\n";
    assert_tests_by(text,
                    "- {test: niente, person: {part: [{n: 3}]}, expect: {n: 3}}\n"
                    "- {test: senza aree, person: {part: [{name: A, area: x, n: 3}]},\n"
                    "   expect: {n: 3}}\n"
                    "- {test: area senza punti, person: {area: [{name: X}],\n"
                    "   part: [{name: A, area: x, n: 3}]}, expect: {n: 3}}\n"
                    "- {test: vice di sé, person: {part: [{name: A, area: x, deputy: a}]},\n"
                    "   error: E0320}\n"
                    "- {test: troppi, person: {area: [{name: X, score: 2}],\n"
                    "   part: [{name: A, area: x, n: 3}]}, error: E0320}\n",
                    PAG_OK, "5 cases: 5 passed\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_case_computes_only_what_it_expects),
        TEST(any_tail_of_a_name_that_only_one_figure_has_will_do),
        TEST(a_wrong_value_is_shown_with_its_place_and_what_came),
        TEST(values_are_equal_to_the_last_digit),
        TEST(a_table_runs_a_case_for_each_row),
        TEST(the_rows_of_a_table_stand_in_the_data_of_the_case),
        TEST(a_table_over_a_subject_sets_its_own_cells),
        TEST(a_policy_replaces_what_the_rules_write),
        TEST(a_policy_may_add_a_rounding_or_what_gaps_mean),
        TEST(a_policy_may_add_any_word_that_may_stand_there),
        TEST(a_policy_may_change_what_a_criterion_that_does_not_apply_means),
        TEST(what_the_plan_says_may_be_taken_away_where_it_may_lack),
        TEST(the_entries_of_the_plan_are_there_and_cells_of_the_plan_may_be_set),
        TEST(a_value_to_be_confirmed_is_compared_and_may_be_replaced),
        TEST(tables_by_key_and_by_date_are_tested_alike),
        TEST(refs_lead_to_entries_of_the_case_and_what_is_optional_may_be_left_out),
        TEST(a_policy_leaves_a_shared_table_of_other_cells_alone),
        TEST(what_is_missing_is_an_error_only_where_it_is_read),
        TEST(a_case_may_expect_exactly_the_errors_that_come),
        TEST(conditions_are_judged_when_the_case_gives_what_they_need),
        TEST(rules_of_one_year_are_tried_in_that_year),
        TEST(the_cells_of_a_subject_at_the_top_stand_in_the_case),
        TEST(a_table_reaches_into_a_list_of_a_list),
        TEST(published_and_derived_cases_are_counted_apart),
        TEST(verbose_gives_a_line_for_each_case),
        TEST(one_file_can_be_tested_alone),
        TEST(a_condition_that_surely_does_not_hold_is_told_with_what_is_known),
        TEST(conditions_on_refs_and_what_is_left_out_wait_for_what_they_need),
    };
    return cmocka_run_group_tests_name("ruletest", tests, NULL, NULL);
}
