/* The rules of a new year: which values are marked and how, what is changed and what is not, and
 * that nothing is written unless all of it is. */
#include "failing.h"
#include "packs.h"
#include "renew/renew.h"

static pag_renewal renewal;
static pag_diagnostics *told;
static char before[4096];

static int enter(void **state)
{
    return packs_set_up(state) || !getcwd(before, sizeof before) || chdir(packs.root) != 0;
}

/* What was written is removed with the rest. */
static int leave(void **state)
{
    static const char *const written[] = {"pack.lua", "person.lua", "tests.yaml", "README.md"};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        packs_keep_path(packs_join(packs.root, "/rules/test/2025/", written[i]));
    }
    return chdir(before) || packs_tear_down(state);
}

static pag_status renew_as(const char *year, const char *from, bool dry)
{
    told = pag_diagnostics_create(&packs.arena, pag_sources_create(&packs.arena));
    renewal = (pag_renewal){.year = pag_str_from(year), .from = pag_str_from(from)};
    renewal.lang = PAG_IT;
    renewal.dry = dry;
    return pag_renew(&packs.arena, told, &renewal);
}

static pag_status renew(void)
{
    return renew_as("2025", "2024", false);
}

static const char *read_text(const char *name)
{
    pag_str bytes;
    pag_file_result result = pag_file_read(&packs.arena, pag_str_from(name), 1 << 20, &bytes);
    return result == PAG_FILE_READ ? packs_text(bytes) : "";
}

static void assert_becomes(const char *rules, const char *expected)
{
    write_rules(rules);
    assert_int_equal(renew(), PAG_OK);
    assert_string_equal(read_text("rules/test/2025/person.lua"), expected);
    assert_string_equal(read_text("rules/test/2024/person.lua"), rules);
}

/* "attribute person.lua:3; …": kinds and places of what is to be looked at, and their texts. */
static const char *looked_at(pag_renewed_kind kind)
{
    pag_text out = {.arena = &packs.arena};
    for (size_t i = 0; i < renewal.n_remarks; i++) {
        const pag_renewed_remark *m = &renewal.remarks[i];
        if (m->kind != kind) continue;
        if (out.len) pag_text_put(&out, PAG_STR("; "));
        pag_text_put(&out, m->file);
        pag_text_byte(&out, ':');
        pag_text_whole(&out, m->pos.line);
        pag_text_byte(&out, ' ');
        pag_text_put(&out, m->text);
    }
    pag_text_byte(&out, '\0');
    return out.at;
}

enum { WHOLE = 1 }; /* the mark of the rules as a whole, in pack.lua, before those of others */
#define NEW "\"dal 2024: riportato, non ancora confermato\""
#define FORMULA "\"dal 2024: formula riportata, non ancora confermata\""
#define ROW "\"dal 2024: riga riportata, non ancora confermata\""

/* --- which values, and how --- */

static void a_fixed_value_is_marked_and_the_text_around_it_stays(void **state)
{
    (void)state;
    assert_becomes("return subject {   -- le regole\n"
                   "  rate = percent { value = \"10%\",   title = 'Quota' }, -- 10%\n"
                   "  days = whole { value = 365 },\n"
                   "  way = choice { \"a\", \"b\", value = \"a\" },\n"
                   "  paid = flag { value = false },\n"
                   "  name = text { value = [[Delibera 12]] } }",
                   "return subject {   -- le regole\n"
                   "  rate = percent { value = to_confirm(\"10%\", " NEW
                   "),   title = 'Quota' }, -- 10%\n"
                   "  days = whole { value = to_confirm(365, " NEW ") },\n"
                   "  way = choice { \"a\", \"b\", value = to_confirm(\"a\", " NEW ") },\n"
                   "  paid = flag { value = to_confirm(false, " NEW ") },\n"
                   "  name = text { value = to_confirm([[Delibera 12]], " NEW ") } }");
    assert_int_equal(renewal.n_values, WHOLE + 5);
    assert_int_equal(renewal.values[WHOLE + 1].pos.line, 3);
    assert_int_equal(renewal.values[WHOLE + 1].since, 2024);
}

static void a_value_with_a_name_of_its_own_is_marked_where_it_is_used(void **state)
{
    (void)state;
    assert_becomes("local part = \"1/3\"\n"
                   "return subject { a = number { value = part }, b = number { value = part } }",
                   "local part = \"1/3\"\n"
                   "return subject { a = number { value = to_confirm(part, " NEW
                   ") }, b = number { value = to_confirm(part, " NEW ") } }");
}

static void a_default_is_marked_of_whatever_type_it_is(void **state)
{
    (void)state;
    assert_becomes(
        "return subject { days = whole { default = 365 }, low = flag { default = false },\n"
        "  memo = text { default = \"no\" }, on = date { default = \"2024-06-30\" } }",
        "return subject { days = whole { default = to_confirm(365, " NEW
        ") }, low = flag { default = to_confirm(false, " NEW ") },\n"
        "  memo = text { default = to_confirm(\"no\", " NEW
        ") }, on = date { default = to_confirm(\"2024-06-30\", " NEW ") } }");
}

static void a_row_is_marked_once_whatever_it_gives(void **state)
{
    (void)state;
    assert_becomes(
        "local rate = bands \"rate\" { { from = 0, below = 60, give = \"0%\" },\n"
        "  { from = 60, give = \"10%\" } }\n"
        "local pay = keyed \"pay\" { A = 10, [\"B c\"] = 20 }\n"
        "local both = keyed \"both\" { A = {\n"
        "  low = 1, -- uno\n"
        "  high = 2,\n"
        "}, B = { low = to_confirm(3, \"letto male\"), high = 4 } }\n"
        "return subject { x = number { of = function() return 1 end } }",
        "local rate = bands \"rate\" { { from = 0, below = 60, give = to_confirm(\"0%\", " ROW
        ") },\n"
        "  { from = 60, give = to_confirm(\"10%\", " ROW ") } }\n"
        "local pay = keyed \"pay\" { A = to_confirm(10, " ROW "), [\"B c\"] = to_confirm(20, " ROW
        ") }\n"
        "local both = keyed \"both\" { A = to_confirm({\n"
        "  low = 1, -- uno\n"
        "  high = 2,\n"
        "}, " ROW "), B = { low = to_confirm(3, \"dal 2024: letto male\"), high = "
        "to_confirm(4, " ROW ") } }\n"
        "return subject { x = number { of = function() return 1 end } }");
}

static void a_row_that_gives_a_formula_is_marked_like_the_others(void **state)
{
    (void)state;
    assert_becomes(
        "local twice = function(n) return n * 2 end\n"
        "local pay = bands \"pay\" { { from = 0, below = 6, give = function(n) return n * 3 end "
        "},\n"
        "  { from = 6, give = twice } }\n"
        "local both = bands \"both\" { { from = 0, give = {\n"
        "    low = function(n) return n end, high = 9 } } }\n"
        "return subject { n = whole {}, x = number { bands = pay, by = \"n\" } }",
        "local twice = function(n) return n * 2 end\n"
        "local pay = bands \"pay\" { { from = 0, below = 6, give = "
        "to_confirm(function(n) return n * 3 end, " ROW ") },\n"
        "  { from = 6, give = to_confirm(twice, " ROW ") } }\n"
        "local both = bands \"both\" { { from = 0, give = to_confirm({\n"
        "    low = function(n) return n end, high = 9 }, " ROW ") } }\n"
        "return subject { n = whole {}, x = number { bands = pay, by = \"n\" } }");
    assert_string_equal(looked_at(PAG_RENEWED_NUMBER),
                        "person.lua:1 local twice = function(n) return n * 2 end");
}

static void the_marks_and_criteria_of_a_sheet_are_marked(void **state)
{
    (void)state;
    assert_becomes(
        "local scale = { 0, 5 }\n"
        "return subject { a = sheet { title = \"A\", marks = scale, criteria = {\n"
        "    { id = \"x\", title = \"X\", weight = \"100%\" } } },\n"
        "  b = sheet { marks = to_confirm(scale, \"la scala\"), criteria = to_confirm({\n"
        "    { id = \"y\", title = \"Y\" } }, 'i criteri') },\n"
        "  c = sheet { max = 9, criteria = { { id = \"z\", title = \"Z\", max = 4 } } } }",
        "local scale = { 0, 5 }\n"
        "return subject { a = sheet { title = \"A\", marks = to_confirm(scale, " NEW
        "), criteria = to_confirm({\n"
        "    { id = \"x\", title = \"X\", weight = \"100%\" } }, " NEW ") },\n"
        "  b = sheet { marks = to_confirm(scale, \"dal 2024: la scala\"), criteria = to_confirm({\n"
        "    { id = \"y\", title = \"Y\" } }, 'dal 2024: i criteri') },\n"
        "  c = sheet { max = 9, criteria = to_confirm({ { id = \"z\", title = \"Z\", max = 4 } "
        "}, " NEW ") } }");
    assert_int_equal(renewal.n_values, WHOLE + 5);
    assert_string_equal(looked_at(PAG_RENEWED_ATTRIBUTE), "person.lua:6 max = 9");
}

static void whatever_is_to_be_confirmed_already_is_counted_and_gets_its_age(void **state)
{
    (void)state;
    write_file("rules/lib/rates.lua", "rate = bands \"rate\" {\n"
                                      "  { from = 0, give = to_confirm(1, \"libreria\") } }\n");
    assert_becomes(
        "use \"lib/rates\"\n"
        "local gone = dated \"gone\" {\n"
        "  { from = \"2020-01-01\", to = \"2023-12-31\", give = to_confirm(1, \"atto\") },\n"
        "  { from = \"2024-01-01\", give = 2 } }\n"
        "local spare = { day = to_confirm(3, \"di riserva\") }\n"
        "return subject { n = whole {} }",
        "use \"lib/rates\"\n"
        "local gone = dated \"gone\" {\n"
        "  { from = \"2020-01-01\", to = \"2023-12-31\", give = to_confirm(1, \"dal 2024: "
        "atto\") },\n"
        "  { from = \"2024-01-01\", give = to_confirm(2, " ROW ") } }\n"
        "local spare = { day = to_confirm(3, \"dal 2024: di riserva\") }\n"
        "return subject { n = whole {} }");
    assert_int_equal(renewal.n_values, WHOLE + 3);
    assert_string_equal(looked_at(PAG_RENEWED_SHARED), "rules/lib/rates.lua:2 1");
}

static void rows_of_other_days_stay_as_they_are(void **state)
{
    (void)state;
    assert_becomes("local rate = dated \"rate\" {\n"
                   "  { from = \"2020-01-01\", to = \"2024-12-31\", give = 1 },\n"
                   "  { from = \"2025-01-01\", to = \"2025-12-31\", give = 2 },\n"
                   "  { from = \"2026-01-01\", give = 3 } }\n"
                   "return subject { x = number { of = function() return 1 end } }",
                   "local rate = dated \"rate\" {\n"
                   "  { from = \"2020-01-01\", to = \"2024-12-31\", give = 1 },\n"
                   "  { from = \"2025-01-01\", to = \"2025-12-31\", give = to_confirm(2, " ROW
                   ") },\n"
                   "  { from = \"2026-01-01\", give = 3 } }\n"
                   "return subject { x = number { of = function() return 1 end } }");
    assert_string_equal(looked_at(PAG_RENEWED_TABLE), "");
}

static void a_reason_keeps_its_words_and_says_its_age_once(void **state)
{
    (void)state;
    assert_becomes("local why = \"non pubblicato\"\n"
                   "return subject { a = whole { value = to_confirm(1, \"perché\") },\n"
                   "  b = whole { value = to_confirm(2, 'perché') },\n"
                   "  c = whole { value = to_confirm(3, why) },\n"
                   "  d = whole { value = to_confirm(4, [[perché]]) },\n"
                   "  e = whole { value = to_confirm(5, \"dal 2023: perché\") },\n"
                   "  f = whole { value = to_confirm(6, \"since 2022: why\") },\n"
                   "  g = whole { value = to_confirm(7, why .. \"!\") } }",
                   "local why = \"non pubblicato\"\n"
                   "return subject { a = whole { value = to_confirm(1, \"dal 2024: perché\") },\n"
                   "  b = whole { value = to_confirm(2, 'dal 2024: perché') },\n"
                   "  c = whole { value = to_confirm(3, \"dal 2024: \" .. why) },\n"
                   "  d = whole { value = to_confirm(4, \"dal 2024: \" .. [[perché]]) },\n"
                   "  e = whole { value = to_confirm(5, \"dal 2023: perché\") },\n"
                   "  f = whole { value = to_confirm(6, \"since 2022: why\") },\n"
                   "  g = whole { value = to_confirm(7, \"dal 2024: \" .. (why .. \"!\")) } }");
    assert_int_equal(renewal.values[WHOLE + 4].since, 2023);
    assert_int_equal(renewal.values[WHOLE + 5].since, 2022);
}

static void what_the_bytes_of_a_file_are_besides_stays(void **state)
{
    (void)state;
    assert_becomes(
        "\xef\xbb\xbf-- città\r\nreturn subject {\r\n\ta = whole { value = 1 } }\r\n",
        "\xef\xbb\xbf-- città\r\nreturn subject {\r\n\ta = whole { value = to_confirm(1, " NEW
        ") } }\r\n");
}

/* --- what takes no mark --- */

static void what_takes_no_mark_is_to_be_looked_at(void **state)
{
    (void)state;
    write_rules(
        "local function cell() return whole { value = 7 } end\n"
        "local rate = bands \"rate\" { gaps = \"refuse\",\n"
        "  { from = 0, to = 5, give = function(n) return n * 2 end },\n"
        "  { from = 6, give = 12 } }\n"
        "return subject { seven = cell(), n = whole { max = 9 },\n"
        "  marks = sheet { marks = { 1, 2 }, criteria = { { id = \"a\", title = \"A\" } } },\n"
        "  twice = number { bands = rate, by = \"n\" } }");
    assert_int_equal(renew(), PAG_OK);
    assert_int_equal(renewal.n_values, WHOLE + 4);
    assert_string_equal(looked_at(PAG_RENEWED_FUNCTION), "person.lua:1 7");
    assert_string_equal(looked_at(PAG_RENEWED_NUMBER), "");
    assert_string_equal(looked_at(PAG_RENEWED_ATTRIBUTE),
                        "person.lua:2 gaps = \"refuse\"; person.lua:5 max = 9");
}

static void a_formula_with_numbers_of_its_own_is_marked(void **state)
{
    (void)state;
    assert_becomes("return subject { a = money {},\n"
                   "  b = money { of = function(s) return s.a * \"85%\" end },\n"
                   "  c = money { of = function(s) return s.a * \"100%\" end } }",
                   "return subject { a = money {},\n"
                   "  b = money { of = to_confirm(function(s) return s.a * \"85%\" end, " FORMULA
                   ") },\n"
                   "  c = money { of = function(s) return s.a * \"100%\" end } }");
}

static void numbers_that_no_declaration_holds_are_to_be_looked_at(void **state)
{
    (void)state;
    write_rules("local marks = { 0, 4, 6 }\n"
                "local part = \"25%\"\n"
                "local names = { low = 3 }\n"
                "return subject { a = money { value = 5, min = 2 },\n"
                "  b = money { of = function(s) -- 7\n"
                "    return s.a * \"100%\" + 1\n"
                "  end },\n"
                "  c = money { unless = { { function(s) return s.a > 70 end, \"zero\" } },\n"
                "    of = function(s) return s.a end } }");
    assert_int_equal(renew(), PAG_OK);
    assert_string_equal(looked_at(PAG_RENEWED_NUMBER),
                        "person.lua:1 local marks = { 0, 4, 6 }; person.lua:2 local part = "
                        "\"25%\"; person.lua:3 local names = { low = 3 }; person.lua:8 c = money { "
                        "unless = { { function(s) return s.a > 70 end, \"z…");
}

static void
tables_that_end_before_the_year_does_are_named_with_their_first_missing_day(void **state)
{
    (void)state;
    write_file(
        "rules/national/rates.lua",
        "ended = dated \"ended\" { { from = \"2024-01-01\", to = \"2025-06-30\", give = 1 } }\n"
        "goes = dated \"goes\" { { from = \"2024-01-01\", give = 1 } }\n");
    write_rules("use \"national/rates\"\nreturn subject { a = whole { value = 1 } }");
    assert_int_equal(renew(), PAG_OK);
    assert_string_equal(looked_at(PAG_RENEWED_TABLE), "rules/national/rates.lua:1 2025-07-01");
    assert_int_equal(renewal.n_values, WHOLE + 1);
}

static void the_old_year_in_a_line_is_told_but_not_within_dates_and_acts(void **state)
{
    (void)state;
    write_rules("-- anno 2024.\n-- atto 1/2024 del 16.7.2024, piano 2024/2026\n"
                "return subject { a = whole { value = 1 } } -- vedi test/2024\n");
    assert_int_equal(renew(), PAG_OK);
    assert_string_equal(
        looked_at(PAG_RENEWED_MENTION),
        "person.lua:1 -- anno 2024.; person.lua:3 … { value = 1 } } -- vedi test/2024");
}

/* --- the head, and the tests --- */

static void the_head_says_the_new_year_and_names_acts_as_before(void **state)
{
    (void)state;
    write_rules("return subject { a = whole { value = 1 } }");
    write_file("rules/test/2024/pack.lua",
               "pack { title = \"Prova 2024, piano 2024/2026\", year = 2024, -- l'anno\n"
               "  source = \"Delibera del 2024\" }\n");
    assert_int_equal(renew(), PAG_OK);
    assert_string_equal(
        read_text("rules/test/2025/pack.lua"),
        "pack { title = \"Prova 2025, piano 2024/2026\", carried = to_confirm(2024, "
        "\"dal 2024: ciò che non può avere un segno suo (condizioni, limiti, "
        "passi, ripartizioni, formule senza numeri) non è ancora riletto\"), year "
        "= 2025, -- l'anno\n"
        "  source = \"Delibera del 2024\" }\n");
    assert_int_equal(renewal.n_changes, 2);
    assert_string_equal(looked_at(PAG_RENEWED_MENTION),
                        "pack.lua:2   source = \"Delibera del 2024\" }");
}

static void cases_go_on_to_be_tried_in_the_year_of_their_data(void **state)
{
    (void)state;
    write_rules("return subject { a = whole { value = 1 } }");
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", year = 2024 }\n");
    write_file("rules/test/2024/tests.yaml", "# casi\n"
                                             "- test: uno\n"
                                             "  person: {}\n"
                                             "  expect: {a: 1}\n"
                                             "- {test: due, person: {}, expect: {a: 1}}\n"
                                             "- test: tre\n"
                                             "  period: {from: 2023-01-01, to: 2023-12-31}\n"
                                             "  expect: {a: 1}\n");
    assert_int_equal(renew(), PAG_OK);
    assert_string_equal(read_text("rules/test/2025/tests.yaml"),
                        "# casi\n"
                        "- test: uno\n"
                        "  period: {from: 2024-01-01, to: 2024-12-31}\n"
                        "  person: {}\n"
                        "  expect: {a: 1}\n"
                        "- {test: due, period: {from: 2024-01-01, to: 2024-12-31}, person: {}, "
                        "expect: {a: 1}}\n"
                        "- test: tre\n"
                        "  period: {from: 2023-01-01, to: 2023-12-31}\n"
                        "  expect: {a: 1}\n");
    assert_int_equal(renewal.cases, 2);
}

static void other_files_are_copied_byte_for_byte(void **state)
{
    (void)state;
    write_rules("return subject { a = whole { value = 1 } }");
    write_file("rules/test/2024/README.md", "# Regole del 2024\n");
    assert_int_equal(renew(), PAG_OK);
    assert_string_equal(read_text("rules/test/2025/README.md"), "# Regole del 2024\n");
    assert_int_equal(renewal.n_files, 3);
}

/* --- all or nothing --- */

static void assert_nothing_written(void)
{
    pag_str *names;
    size_t n = pag_folder_list(&packs.arena, PAG_STR("rules/test"), &names);
    assert_int_equal(n, 1);
    assert_true(pag_str_equal(names[0], PAG_STR("2024")));
}

static void a_dry_run_finds_the_same_and_writes_nothing(void **state)
{
    (void)state;
    write_rules("return subject { a = whole { value = 1 } }");
    assert_int_equal(renew_as("2025", "test/2024", true), PAG_OK);
    assert_int_equal(renewal.n_values, WHOLE + 1);
    assert_nothing_written();
}

/* With its marks the file is longer than a rule file may be. */
static void a_copy_that_would_not_load_is_not_written(void **state)
{
    (void)state;
    pag_text rules = {.arena = &packs.arena};
    pag_text_put(&rules, PAG_STR("return subject { a = whole { value = 1 } } --"));
    while (rules.len < (64 << 10) - 20) pag_text_byte(&rules, '-');
    pag_text_byte(&rules, '\0');
    write_rules(rules.at);
    assert_int_equal(renew(), PAG_INVALID);
    assert_int_equal(pag_diagnostics_at(told, 0)->code, PAG_E1010);
    assert_non_null(renewal.rejected);
    assert_nothing_written();
}

static void what_exists_is_left_alone(void **state)
{
    (void)state;
    write_rules("return subject { a = whole { value = 1 } }");
    write_file("rules/test/2025/pack.lua", "pack { title = \"Mio\" }\n");
    assert_int_equal(renew(), PAG_IO);
    assert_int_equal(pag_diagnostics_at(told, 0)->code, PAG_E1006);
    assert_string_equal(read_text("rules/test/2025/pack.lua"), "pack { title = \"Mio\" }\n");
}

static pag_status renew_in(const pag_allocator *allocator)
{
    pag_arena arena;
    pag_trap trap;
    pag_renewal r = {.year = PAG_STR("2025"), .from = PAG_STR("2024"), .dry = true};
    volatile pag_status status = PAG_OK;
    pag_arena_init(&arena, allocator, 0);
    pag_trap_set(&trap, &arena);
    if (setjmp(trap.jump) == 0) {
        pag_diagnostics *diags = pag_diagnostics_create(&arena, pag_sources_create(&arena));
        status = pag_renew(&arena, diags, &r);
    }
    pag_trap_clear(&trap);
    pag_arena_drop(&arena);
    return trap.status != PAG_OK ? trap.status : status;
}

static void wherever_memory_ends_nothing_is_left_behind(void **state)
{
    (void)state;
    write_rules("return subject { a = whole { value = 1 } }");
    failing memory = {0};
    const pag_allocator allocator = failing_allocator(&memory);
    pag_status status = PAG_NOMEM;
    for (size_t from = 0; status != PAG_OK; from += 7) {
        memory = (failing){.from = from};
        status = renew_in(&allocator);
        assert_true(status == PAG_OK || status == PAG_NOMEM);
        assert_int_equal(memory.live, 0);
        assert_nothing_written();
    }
}

/* --- the same figures --- */

static void the_new_rules_give_the_same_figures_before_anything_is_confirmed(void **state)
{
    (void)state;
    write_rules("local rate = bands \"rate\" { { from = 0, below = 60, give = \"0%\" },\n"
                "  { from = 60, give = \"7.5%\" } }\n"
                "return subject { base = money { value = \"1234.56\" }, score = points {},\n"
                "  part = percent { bands = rate, by = \"score\" },\n"
                "  pay = money { payable = true, round = \"cent\",\n"
                "    of = function(s) return s.base * s.part end } }");
    assert_int_equal(renew(), PAG_OK);
    evaluate("score: 60");
    assert_string_equal(value_for("pay", ""), "92.59");
    assert_false(pag_figure_is_withheld(figure("pay")));
    assert_non_null(load_pack("test/2025"));
    evaluate_document("rules: test/2025\nperiod: {from: 2025-01-01, to: 2025-12-31}\n"
                      "person: {score: 60}\n");
    assert_string_equal(value_for("pay", ""), "92.59");
    assert_true(pag_figure_is_withheld(figure("pay")));
}

#undef TEST
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_fixed_value_is_marked_and_the_text_around_it_stays),
        TEST(a_value_with_a_name_of_its_own_is_marked_where_it_is_used),
        TEST(a_default_is_marked_of_whatever_type_it_is),
        TEST(a_row_is_marked_once_whatever_it_gives),
        TEST(a_row_that_gives_a_formula_is_marked_like_the_others),
        TEST(the_marks_and_criteria_of_a_sheet_are_marked),
        TEST(whatever_is_to_be_confirmed_already_is_counted_and_gets_its_age),
        TEST(rows_of_other_days_stay_as_they_are),
        TEST(a_reason_keeps_its_words_and_says_its_age_once),
        TEST(what_the_bytes_of_a_file_are_besides_stays),
        TEST(what_takes_no_mark_is_to_be_looked_at),
        TEST(a_formula_with_numbers_of_its_own_is_marked),
        TEST(numbers_that_no_declaration_holds_are_to_be_looked_at),
        TEST(tables_that_end_before_the_year_does_are_named_with_their_first_missing_day),
        TEST(the_old_year_in_a_line_is_told_but_not_within_dates_and_acts),
        TEST(the_head_says_the_new_year_and_names_acts_as_before),
        TEST(cases_go_on_to_be_tried_in_the_year_of_their_data),
        TEST(other_files_are_copied_byte_for_byte),
        TEST(a_dry_run_finds_the_same_and_writes_nothing),
        TEST(a_copy_that_would_not_load_is_not_written),
        TEST(what_exists_is_left_alone),
        TEST(wherever_memory_ends_nothing_is_left_behind),
        TEST(the_new_rules_give_the_same_figures_before_anything_is_confirmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
