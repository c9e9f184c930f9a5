/* What tests of rules reach: lines, rows, edges of bands, conditions. */
#include "ruletests.h"

/* "W0976 person.lua:3:12" for each thing that is told as not reached. */
static const char *missing_in(const char *told)
{
    pag_text found = {.arena = &packs.arena};
    for (const char *line = told; *line; line = strchr(line, '\n') + 1) {
        const char *end = strchr(line, '\n'), *colon = strstr(line, ": warning: ");
        if (!colon || colon > end || end - line < 8 || end[-7] != '[') continue;
        if (found.len) pag_text_put(&found, PAG_STR("; "));
        pag_text_put(&found, (pag_str){end - 6, 5});
        pag_text_byte(&found, ' ');
        const char *name = colon; /* without its folders */
        while (name > line && name[-1] != '/') name--;
        pag_text_put(&found, (pag_str){name, (size_t)(colon - name)});
    }
    pag_text_byte(&found, '\0');
    return found.at;
}

static pag_text suggested;

static pag_status run_covered(unsigned least, const char **told)
{
    out = suggested = (pag_text){.arena = &packs.arena};
    pag_sink suggestions = {.write = collect, .ud = &suggested};
    pag_sink sink = {.write = collect, .ud = &out};
    pag_arena_init(&keep, packs.memory, 0);
    pag_arena_init(&each, packs.memory, 0);
    pag_ruletest test = {.keep = &keep, .each = &each, .sink = &sink};
    test.covers = test.tells = true;
    test.least_covered = least;
    test.suggestions = &suggestions;
    test.style = (pag_diag_style){.format = PAG_DIAG_GCC};
    pag_ruletest_path(&test, pag_str_from(packs_join(packs.root, "/", "rules")));
    pag_ruletest_sum_up(&test);
    pag_status status = pag_ruletest_status(&test);
    pag_ruletest_close(&test);
    *told = without_root(pag_text_str(&out));
    pag_arena_drop(&keep);
    pag_arena_drop(&each);
    return status;
}

/* The tests pass, and these things are not reached by them. */
static void assert_missing(const char *text, const char *cases, const char *expected)
{
    const char *told;
    write_rules(text);
    write_file("rules/test/2024/tests.yaml", cases);
    pag_status status = run_covered(0, &told);
    assert_string_equal(missing_in(told), expected);
    assert_int_equal(status, PAG_OK);
}

/* --- edges --- */

static const char *const continuous = "local t = bands \"t\" {\n"
                                      "  { from = 0, below = 60, give = \"0%\" },\n"
                                      "  { from = 60, give = \"10%\" } }\n"
                                      "return subject { n = points {},\n"
                                      "  r = percent { bands = t, by = \"n\" } }\n";

static void an_edge_wants_a_score_below_on_and_above(void **state)
{
    (void)state;
    const char *cases = "- {test: t, table: person, given: [n], expect: [r], rows: [%s]}\n";
    char text[256];
    (void)snprintf(text, sizeof text, cases, "[0, 0%], [59, 0%], [60, 10%], [90, 10%]");
    assert_missing(continuous, text, "");
    (void)snprintf(text, sizeof text, cases, "[0, 0%], [59, 0%], [90, 10%]");
    assert_missing(continuous, text, "W0977 person.lua:2:23");
    (void)snprintf(text, sizeof text, cases, "[0, 0%], [60, 10%], [90, 10%]");
    assert_missing(continuous, text, "W0978 person.lua:2:12");
    (void)snprintf(text, sizeof text, cases, "[59, 0%], [60, 10%]");
    assert_missing(continuous, text, "W0977 person.lua:2:12; W0978 person.lua:2:23");
}

static void with_a_step_the_next_score_is_wanted_on_either_side(void **state)
{
    (void)state;
    const char *text = "local t = bands \"t\" {\n"
                       "  { from = 0, below = 60, give = \"0%\" },\n"
                       "  { from = 60, give = \"10%\" } }\n"
                       "return subject { n = points { step = \"0.5\" },\n"
                       "  r = percent { bands = t, by = \"n\" } }\n";
    assert_missing(text,
                   "- {test: t, table: person, given: [n], expect: [r],\n"
                   "   rows: [[0, 0%], [0.5, 0%], [59, 0%], [60, 10%], [61, 10%]]}\n",
                   "W0976 person.lua:2:23; W0978 person.lua:2:23");
    assert_missing(text,
                   "- {test: t, table: person, given: [n], expect: [r],\n"
                   "   rows: [[0, 0%], [0.5, 0%], [59.5, 0%], [60, 10%], [60.5, 10%]]}\n",
                   "");
}

static void what_the_table_rounds_to_is_a_step(void **state)
{
    (void)state;
    const char *text = "local t = bands \"t\" { round = 0,\n"
                       "  { from = 0, below = 60, give = \"0%\" },\n"
                       "  { from = 60, give = \"10%\" } }\n"
                       "return subject { n = points {},\n"
                       "  r = percent { bands = t, by = \"n\" } }\n";
    assert_missing(text,
                   "- {test: t, table: person, given: [n], expect: [r],\n"
                   "   rows: [[0, 0%], [1, 0%], [59.4, 0%], [59.5, 10%], [60.7, 10%]]}\n",
                   "");
}

#define ROUNDED(round, step)                                                                       \
    "local t = bands \"t\" { round = " round ", gaps = \"refuse\",\n"                              \
    "  { from = 0, to = \"39.9\", give = \"0%\" },\n"                                              \
    "  { from = 40, to = 100, give = \"10%\" } }\n"                                                \
    "return subject { n = points { max = 100, step = \"" step "\" },\n"                            \
    "  r = percent { bands = t, by = \"n\" } }\n"

/* A table may keep more decimals than its scores have. */
static void a_score_that_the_cell_cannot_have_is_not_wanted(void **state)
{
    (void)state;
    const char *cases = "- {test: t, table: person, given: [n], expect: [r], rows: [%s]}\n";
    char text[256];
    (void)snprintf(text, sizeof text, cases,
                   "[0, 0%], [0.5, 0%], [39.5, 0%], [40, 10%], [40.5, 10%], [99.5, 10%], "
                   "[100, 10%]");
    assert_missing(ROUNDED("1", "0.5"), text, "");
    (void)snprintf(text, sizeof text, cases,
                   "[0, 0%], [0.5, 0%], [39, 0%], [40, 10%], [40.5, 10%], [99.5, 10%], [100, 10%]");
    assert_missing(ROUNDED("1", "0.5"), text, "W0976 person.lua:2:20; W0976 person.lua:3:12");
}

/* 39.75 is 39.8, and 40.25 is 40.3. */
static void a_score_is_what_the_table_makes_of_one_that_the_cell_can_have(void **state)
{
    (void)state;
    assert_missing(ROUNDED("1", "0.25"),
                   "- {test: t, table: person, given: [n], expect: [r],\n"
                   "   rows: [[0, 0%], [0.25, 0%], [39.75, 0%], [40, 10%], [40.25, 10%],\n"
                   "          [99.75, 10%], [100, 10%]]}\n",
                   "");
    assert_missing(ROUNDED("0", "0.25"),
                   "- {test: t, table: person, given: [n], expect: [r],\n"
                   "   rows: [[0, 0%], [0.5, 0%], [39.25, 0%], [39.5, 10%], [41, 10%],\n"
                   "          [99, 10%], [99.5, 10%]]}\n",
                   "");
}

/* Two marks of 4, 6, 8 or 10 sum to 8, 10, … 20: nobody says so, it follows. The edge 13, which no
 * sum is on, belongs to the row that begins there. */
static const char *const even_sums = "local t = bands \"t\" { gaps = \"refuse\",\n"
                                     "  { from = 8, to = 12, give = \"0%\" },\n"
                                     "  { from = 13, to = 20, give = \"10%\" } }\n"
                                     "return subject {\n"
                                     "  a = sheet { marks = { 4, 6, 8, 10 },\n"
                                     "    criteria = { { id = \"x\" }, { id = \"y\" } } },\n"
                                     "  n = points { of = function(s) return sum(s.a) end },\n"
                                     "  r = percent { bands = t, by = \"n\" } }\n";

static void a_score_that_no_marks_make_is_not_wanted(void **state)
{
    (void)state;
    const char *cases = "- {test: s, person: {a: {x: 4, y: 4}}, expect: {n: 8}}\n"
                        "- {test: t, table: person, given: [n], expect: [r], rows: [%s]}\n";
    char text[256];
    (void)snprintf(text, sizeof text, cases,
                   "[8, 0%], [10, 0%], [12, 0%], [14, 10%], [18, 10%], [20, 10%]");
    assert_missing(even_sums, text, "");
    (void)snprintf(text, sizeof text, cases,
                   "[8, 0%], [9, 0%], [11, 0%], [12, 0%], [13, 10%], [19, 10%], [20, 10%]");
    assert_missing(even_sums, text, "");
    (void)snprintf(text, sizeof text, cases,
                   "[8, 0%], [10, 0%], [12, 0%], [15, 10%], [18, 10%], [20, 10%]");
    assert_missing(even_sums, text, "W0978 person.lua:2:20; W0978 person.lua:3:12");
}

static void a_row_that_no_score_comes_to_is_not_wanted(void **state)
{
    (void)state;
    assert_missing("local t = bands \"t\" {\n"
                   "  { from = 0, below = 60, give = \"0%\" },\n"
                   "  { from = 60, to = 90, give = \"10%\" },\n"
                   "  { above = 90, give = \"20%\" } }\n"
                   "return subject { n = points { max = 80, step = 20 },\n"
                   "  r = percent { bands = t, by = \"n\" } }\n",
                   "- {test: t, table: person, given: [n], expect: [r],\n"
                   "   rows: [[0, 0%], [20, 0%], [40, 0%], [60, 10%], [80, 10%]]}\n",
                   "");
}

static void what_a_formula_can_ask_a_table_is_known_too(void **state)
{
    (void)state;
    const char *text = "local t = bands \"t\" {\n"
                       "  { from = 0, below = 60, give = \"0%\" },\n"
                       "  { from = 60, give = \"10%\" } }\n"
                       "return subject { n = whole { max = 20 },\n"
                       "  r = percent { of = function(s) return t(s.n * 5) end } }\n";
    const char *cases = "- {test: t, table: person, given: [n], expect: [r], rows: [%s]}\n";
    char rows[256];
    (void)snprintf(rows, sizeof rows, cases, "[0, 0%], [1, 0%], [11, 0%], [12, 10%], [13, 10%]");
    assert_missing(text, rows, "");
    (void)snprintf(rows, sizeof rows, cases, "[0, 0%], [1, 0%], [10, 0%], [12, 10%], [13, 10%]");
    assert_missing(text, rows, "W0979 person.lua:2:23");
}

static void of_rows_with_gaps_each_end_is_an_edge_and_a_refused_score_counts(void **state)
{
    (void)state;
    const char *text = "local t = bands \"t\" { gaps = \"refuse\",\n"
                       "  { from = 0, to = 40, give = \"0%\" },\n"
                       "  { from = 41, to = 100, give = \"10%\" } }\n"
                       "return subject { n = points { max = 100 },\n"
                       "  r = percent { bands = t, by = \"n\" } }\n";
    assert_missing(
        text,
        "- {test: t, table: person, given: [n], expect: [r],\n"
        "   rows: [[0, 0%], [39, 0%], [40, 0%], [40.5, E0305], [41, 10%], [100, 10%]]}\n",
        "");
    assert_missing(text,
                   "- {test: t, table: person, given: [n], expect: [r],\n"
                   "   rows: [[0, 0%], [39, 0%], [40, 0%], [100, 10%]]}\n",
                   "W0977 person.lua:3:12; W0976 person.lua:3:21");
}

static void nothing_is_asked_for_outside_of_what_can_be(void **state)
{
    (void)state;
    const char *text = "local t = bands \"t\" {\n"
                       "  { below = 10, give = \"0%\" },\n"
                       "  { from = 10, give = \"10%\" } }\n"
                       "return subject { n = points { max = 10 },\n"
                       "  r = percent { bands = t, by = \"n\" } }\n";
    assert_missing(text,
                   "- {test: t, table: person, given: [n], expect: [r],\n"
                   "   rows: [[9, 0%], [10, 10%]]}\n",
                   "");
}

static void an_edge_that_is_a_formula_is_looked_at_where_it_was(void **state)
{
    (void)state;
    const char *text = "local t = bands \"t\" {\n"
                       "  { from = 0, give = \"0%\" },\n"
                       "  { from = function(s) return s.bar end, give = \"10%\" } }\n"
                       "return subject { bar = points {}, n = points {},\n"
                       "  r = percent { bands = t, by = \"n\" } }\n";
    assert_missing(text,
                   "- {test: t, table: person, given: [bar, n], expect: [r],\n"
                   "   rows: [[50, 0, 0%], [60, 50, 0%], [60, 60, 10%], [70, 71, 10%]]}\n",
                   "");
    assert_missing(text,
                   "- {test: t, table: person, given: [bar, n], expect: [r],\n"
                   "   rows: [[50, 0, 0%], [60, 60, 10%], [70, 71, 10%]]}\n",
                   "W0995 person.lua:2:12"); /* which wants the bar too */
}

static void another_policy_looks_at_the_same_edges(void **state)
{
    (void)state;
    const char *text = "local t = bands \"t\" { gaps = \"refuse\",\n"
                       "  { from = 0, to = 40, give = \"0%\" },\n"
                       "  { from = 41, give = \"10%\" } }\n"
                       "return subject { n = points {},\n"
                       "  r = percent { bands = t, by = \"n\" } }\n";
    assert_missing(
        text,
        "- {test: t, table: person, given: [n], expect: [r],\n"
        "   rows: [[0, 0%], [40, 0%], [41, 10%]]}\n"
        "- {test: u, policy: {t.gaps: reach up}, table: person, given: [n], expect: [r],\n"
        "   rows: [[40.5, 0%], [50, 10%]]}\n",
        "");
}

/* --- suggestions --- */

/* All but comments of what is suggested. */
static const char *suggested_cases(void)
{
    pag_text cases = {.arena = &packs.arena};
    pag_str left = pag_text_str(&suggested);
    while (left.len) {
        size_t end = pag_str_find(left, '\n');
        if (*left.at != '#' && end > 0) pag_text_put(&cases, (pag_str){left.at, end + 1});
        left = (pag_str){left.at + end + 1, left.len - end - 1};
    }
    pag_text_byte(&cases, '\0');
    return cases.at;
}

static void assert_suggested(const char *cases, const char *expected)
{
    const char *told;
    write_file("rules/test/2024/tests.yaml", cases);
    assert_int_equal(run_covered(0, &told), PAG_OK);
    assert_string_equal(suggested_cases(), expected);
    write_file("rules/test/2024/more.yaml", expected); /* and it passes, and then nothing lacks */
    assert_int_equal(run_covered(0, &told), PAG_OK);
    assert_null(strstr(told, "W0976"));
    assert_null(strstr(told, "W0977"));
    assert_null(strstr(told, "W0978"));
    assert_string_equal(suggested_cases(), "");
}

static void the_scores_that_lack_are_suggested_with_what_the_rules_give(void **state)
{
    (void)state;
    write_rules(continuous);
    assert_suggested("- {test: t, person: {n: 0}, expect: {r: 0%}}\n", "- test: at the edges of t\n"
                                                                       "  table: person\n"
                                                                       "  given: [n]\n"
                                                                       "  expect: [r]\n"
                                                                       "  rows:\n"
                                                                       "    - [0.01, 0%]\n"
                                                                       "    - [60, 10%]\n"
                                                                       "    - [60.01, 10%]\n");
}

static void a_list_of_the_plan_is_named_with_its_first_entry(void **state)
{
    (void)state;
    write_file("plans/test/years/plan.yaml",
               "plan: test/years\norganization: M\ntitle: T\n"
               "period: {from: 2024-01-01, to: 2026-12-31}\nsource: S\n"
               "areas:\n  - {id: north, title: Nord, parts: [{id: a, title: A}]}\n");
    write_rules("local t = bands \"t\" { { below = 60, give = \"basso\" },\n"
                "  { from = 60, give = \"off\" } }\n"
                "return subject { area = list { from = \"plan.areas\",\n"
                "  name = text { planned = \"title\" },\n"
                "  part = list { from = \"parts\", name = text { planned = \"title\" },\n"
                "    n = whole {}, r = class { bands = t, by = \"n\" } } } }\n");
    write_file("rules/test/2024/pack.lua", "pack { title = \"P\", plan = \"test/years\" }\n");
    assert_suggested("- {test: t, person: {}, expect: {north.name: Nord}}\n",
                     "- test: at the edges of t\n"
                     "  table: person.area.north.part.a\n"
                     "  given: [n]\n"
                     "  expect: [r]\n"
                     "  rows:\n"
                     "    - [59, basso]\n"
                     "    - [60, \"off\"]\n"
                     "    - [61, \"off\"]\n");
}

static void what_needs_other_data_is_left_to_people(void **state)
{
    (void)state;
    const char *told;
    write_rules("local t = bands \"t\" { { below = 60, give = \"0%\" },\n"
                "  { from = 60, give = function(n, s) return s.other end } }\n"
                "return subject { n = points {}, other = percent {},\n"
                "  r = percent { bands = t, by = \"n\" } }\n");
    write_file("rules/test/2024/tests.yaml", "- {test: t, person: {n: 1}, expect: {r: 0%}}\n");
    assert_int_equal(run_covered(0, &told), PAG_OK);
    assert_string_equal(suggested_cases(),
                        "    # - [60, …]   needs more than the score: write the case by hand\n"
                        "    # - [60.01, …]   needs more than the score: write the case by hand\n");
}

/* The condition stops every evaluation, and the looked-up cell is as it should be. */
static void what_something_else_stops_is_left_to_people(void **state)
{
    (void)state;
    const char *told;
    write_rules(
        "local t = bands \"t\" { { below = 60, give = \"0%\" },\n"
        "  { from = 60, give = \"1%\" } }\n"
        "local d = dated \"d\" { { from = \"2023-01-01\", to = \"2024-06-30\", give = 1 },\n"
        "  { from = \"2024-07-01\", give = 2 } }\n"
        "return subject { n = whole {}, r = percent { bands = t, by = \"n\" },\n"
        "  c = number { dated = d, by = \"period\" },\n"
        "  must { \"m\", of = function(s) return s.c < 5 end } }\n");
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", year = 2024 }\n");
    write_file("rules/test/2024/tests.yaml", "- {test: t, person: {n: 1}, error: E0716}\n");
    assert_int_equal(run_covered(0, &told), PAG_OK);
    assert_string_equal(
        suggested_cases(),
        "    # - [59, …]   something else stops it (E0716: the table \"d\" "
        "changes within the period: the row of 2024-01-01 is not that of 2024-12-31, and nobody "
        "says which one is meant): write the case by hand\n"
        "    # - [60, …]   something else stops it (E0716: the table \"d\" "
        "changes within the period: the row of 2024-01-01 is not that of 2024-12-31, and nobody "
        "says which one is meant): write the case by hand\n"
        "    # - [61, …]   something else stops it (E0716: the table \"d\" "
        "changes within the period: the row of 2024-01-01 is not that of 2024-12-31, and nobody "
        "says which one is meant): write the case by hand\n");
}

/* Beside an edge that lies below the least there is the row above it. */
static void no_score_beyond_the_bounds_is_suggested(void **state)
{
    (void)state;
    write_rules("local t = bands \"t\" { { to = \"-30%\", give = 1 },\n"
                "  { above = \"-30%\", to = \"90%\", give = 2 }, { above = \"90%\", give = 3 } }\n"
                "return subject { n = percent { min = \"0%\", max = \"90.001%\" },\n"
                "  r = number { bands = t, by = \"n\" } }\n");
    assert_suggested("- {test: t, person: {n: -1%}, error: E0232}\n", "- test: at the edges of t\n"
                                                                      "  table: person\n"
                                                                      "  given: [n]\n"
                                                                      "  expect: [r]\n"
                                                                      "  rows:\n"
                                                                      "    - [0%, 2]\n"
                                                                      "    - [89.99%, 2]\n"
                                                                      "    - [90%, 2]\n"
                                                                      "    - [90.001%, 3]\n");
}

/* --- rows --- */

static void rows_of_other_years_are_not_asked_for(void **state)
{
    (void)state;
    const char *cases = "- {test: t, person: {}, expect: {r: 2%}}\n";
    const char *text = "local t = dated \"t\" {\n"
                       "  { from = \"2020-01-01\", to = \"2023-12-31\", give = \"1%\" },\n"
                       "  { from = \"2024-01-01\", to = \"2024-12-31\", give = \"2%\" },\n"
                       "  { from = \"2025-01-01\", give = \"3%\" } }\n"
                       "return subject { r = percent { dated = t, by = \"period end\" } }\n";
    const char *told;
    write_rules(text);
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", year = 2024 }\n");
    write_file("rules/test/2024/tests.yaml", cases);
    assert_int_equal(run_covered(100, &told), PAG_OK);
    assert_string_equal(missing_in(told), "");
}

static void a_row_that_a_formula_finds_is_reached(void **state)
{
    (void)state;
    assert_missing("local t = keyed \"t\" { a = \"1%\", b = \"2%\" }\n"
                   "return subject { k = choice { \"a\", \"b\" },\n"
                   "  r = percent { of = function(s) return t(s.k) end } }\n",
                   "- {test: t, person: {k: a}, expect: {r: 1%}}\n", "W0974 person.lua:1:33");
}

/* --- lines --- */

static void an_instruction_on_the_line_of_another_counts(void **state)
{
    (void)state;
    assert_missing("return subject { a = money {},\n"
                   "  b = money { of = function(s)\n"
                   "    if s.a > 10 then return s.a end\n"
                   "    return s.a * 2 end } }\n",
                   "- {test: t, person: {a: 5}, expect: {b: 10}}\n", "W0971 person.lua:3:22");
}

static void a_function_within_is_reached_when_it_is_called(void **state)
{
    (void)state;
    const char *text = "return subject { f = flag {}, l = list { name = text {}, n = number {} },\n"
                       "  t = number { of = function(s) return s.f and sum(s.l, function(x)\n"
                       "    return x.n end) or 0 end } }\n";
    assert_missing(text, "- {test: t, person: {f: false, l: [{n: 1}]}, expect: {t: 0}}\n",
                   "W0971 person.lua:3:5");
    assert_missing(text, "- {test: t, person: {f: true, l: [{n: 1}]}, expect: {t: 1}}\n", "");
}

static void of_a_library_only_what_is_used_counts(void **state)
{
    (void)state;
    write_file("rules/lib/sums.lua", "function helper(x) return x * 2 end\n"
                                     "function used(x) return helper(x) end\n"
                                     "function other(x)\n  return x end\n"
                                     "spare = bands \"spare\" { { from = 0, give = \"1%\" } }\n");
    assert_missing("use \"lib/sums\"\n"
                   "return subject { a = money {}, b = money { of = function(s) return used(s.a) "
                   "end } }\n",
                   "- {test: t, person: {a: 1}, expect: {b: 2}}\n", "");
    assert_missing("use \"lib/sums\"\n"
                   "return subject { a = money {}, b = money { of = function(s) return used(s.a) "
                   "end } }\n",
                   "- {test: t, person: {a: 1}, expect: {a: 1}}\n",
                   "W0971 person.lua:2:61; W0972 sums.lua:1:20; W0972 sums.lua:2:18");
}

static void every_form_of_instruction_can_be_watched(void **state)
{
    (void)state;
    const char *text = "return subject { a = number {},\n"
                       "  b = number { of = function(s)\n"
                       "    local total, last = 0, nil;\n"
                       "    local function twice(x) return x * 2 end\n"
                       "    for i = 1, 3 do total = total + i end\n"
                       "    for _, n in ipairs({ 1, 2 }) do\n"
                       "      total = total + n\n"
                       "      if n > 1 then break end\n"
                       "    end\n"
                       "    while total < 20 do total = twice(total) end\n"
                       "    repeat\n"
                       "      local more = 1\n"
                       "      total = total + more\n"
                       "    until total > 0\n"
                       "    do last = total end\n"
                       "    if last == nil then\n"
                       "      return 0\n"
                       "    elseif last > s.a then\n"
                       "      return (last)\n"
                       "    else\n"
                       "      return s.a\n"
                       "    end end } }\n";
    assert_missing(text,
                   "- {test: t, person: {a: 1}, expect: {b: 37}}\n"
                   "- {test: u, person: {a: 100}, expect: {b: 100}}\n",
                   "W0971 person.lua:17:7");
}

/* --- conditions --- */

static void a_condition_is_seen_to_hold_and_to_be_broken(void **state)
{
    (void)state;
    const char *text = "return subject { a = money {},\n"
                       "  must { \"troppo\", of = function(s) return s.a < 10 end },\n"
                       "  warn { \"tanto\", of = function(s) return s.a < 5 end } }\n";
    assert_missing(text,
                   "- {test: t, person: {a: 1}, expect: {a: 1}}\n"
                   "- {test: u, person: {a: 10}, error: E0320}\n",
                   "");
    assert_missing(text, "- {test: t, person: {a: 1}, expect: {a: 1}}\n",
                   "W0983 person.lua:2:8; W0984 person.lua:3:8");
}

/* --- the gate --- */

static void too_little_is_a_finding_although_all_tests_pass(void **state)
{
    (void)state;
    const char *told;
    write_rules(continuous);
    write_file("rules/test/2024/tests.yaml", "- {test: t, person: {n: 1}, expect: {r: 0%}}\n");
    assert_int_equal(run_covered(100, &told), PAG_FINDINGS);
    assert_non_null(strstr(told, "[E0987]"));
    assert_int_equal(run_covered(10, &told), PAG_OK);
    assert_null(strstr(told, "[E0987]"));
}

static void a_pack_without_tests_reaches_nothing(void **state)
{
    (void)state;
    const char *told;
    write_rules(continuous);
    assert_int_equal(run_covered(1, &told), PAG_FINDINGS);
    assert_non_null(strstr(told, "[E0987]"));
}

static void watching_changes_no_outcome(void **state)
{
    (void)state;
    const char *plain, *watched;
    write_rules(rules);
    write_file("rules/test/2024/tests.yaml",
               "- test: t\n  person: {base: 1000, part: [{name: A, share: 100%, score: 41}]}\n"
               "  expect: {total: 100, a.pay: 101}\n");
    assert_int_equal(run_path(packs_join(packs.root, "/", "rules"), false, &plain), PAG_FINDINGS);
    assert_int_equal(run_covered(0, &watched), PAG_FINDINGS);
    const char *said = strstr(watched, "tests.yaml:3:");
    assert_non_null(said);
    size_t same = (size_t)(strchr(plain, '\n') - plain);
    assert_int_equal(strncmp(said, plain, same), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_edge_wants_a_score_below_on_and_above),
        TEST(with_a_step_the_next_score_is_wanted_on_either_side),
        TEST(what_the_table_rounds_to_is_a_step),
        TEST(a_score_that_the_cell_cannot_have_is_not_wanted),
        TEST(a_score_is_what_the_table_makes_of_one_that_the_cell_can_have),
        TEST(a_score_that_no_marks_make_is_not_wanted),
        TEST(a_row_that_no_score_comes_to_is_not_wanted),
        TEST(what_a_formula_can_ask_a_table_is_known_too),
        TEST(of_rows_with_gaps_each_end_is_an_edge_and_a_refused_score_counts),
        TEST(nothing_is_asked_for_outside_of_what_can_be),
        TEST(an_edge_that_is_a_formula_is_looked_at_where_it_was),
        TEST(another_policy_looks_at_the_same_edges),
        TEST(the_scores_that_lack_are_suggested_with_what_the_rules_give),
        TEST(what_something_else_stops_is_left_to_people),
        TEST(no_score_beyond_the_bounds_is_suggested),
        TEST(a_list_of_the_plan_is_named_with_its_first_entry),
        TEST(what_needs_other_data_is_left_to_people),
        TEST(rows_of_other_years_are_not_asked_for),
        TEST(a_row_that_a_formula_finds_is_reached),
        TEST(an_instruction_on_the_line_of_another_counts),
        TEST(a_function_within_is_reached_when_it_is_called),
        TEST(of_a_library_only_what_is_used_counts),
        TEST(every_form_of_instruction_can_be_watched),
        TEST(a_condition_is_seen_to_hold_and_to_be_broken),
        TEST(too_little_is_a_finding_although_all_tests_pass),
        TEST(a_pack_without_tests_reaches_nothing),
        TEST(watching_changes_no_outcome),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
