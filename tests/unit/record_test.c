/* From the YAML of one subject to a record: keys, shapes and sheets, and what is said of everything
 * that is wrong, with its place. */
#include "failing.h"
#include "record_reading.h"

/* --- a small pack --- */

static pag_group *convention(void)
{
    pag_cell share = given("share", PAG_TYPE_PERCENT), total = given("total", PAG_TYPE_POINTS);
    share.sum = bound("100%");
    total.origin = PAG_COMPUTED;
    pag_cell cells[] = {given("name", PAG_TYPE_TEXT), share, sheet("results", true), total};
    return GROUP("municipality", cells);
}

/* A subject with an amount, a fixed percentage and a list. */
static pag_group *secretary(void)
{
    pag_cell salary = given("salary", PAG_TYPE_MONEY), ceiling = given("ceiling", PAG_TYPE_PERCENT);
    pag_cell list = given("municipality", PAG_TYPE_LIST);
    salary.title = PAG_STR("Stipendio");
    ceiling.origin = PAG_FIXED;
    ceiling.value = (pag_value){.kind = PAG_VALUE_NUMBER, .number = number("10%")};
    list.list = convention();
    pag_cell cells[] = {salary, ceiling, list};
    pag_group *group = GROUP("secretary", cells);
    group->title = PAG_STR("Segretario");
    return group;
}

static const char *const good = "salary: 50000\n"
                                "municipality:\n"
                                "  - name: Castel Rio\n"
                                "    share: 50%\n"
                                "    results: {riunioni: 10, rogito: 8}\n"
                                "  - name: L'Aquila Città\n"
                                "    share: 1/2\n"
                                "    results:\n"
                                "      riunioni: {mark: 6, because: \"poche riunioni\"}\n"
                                "      rogito: \"4\"\n";

/* --- a whole record --- */

static void a_subject_becomes_a_record(void **state)
{
    (void)state;
    pag_entry *entry = read_record(secretary(), good);
    assert_said("");
    assert_non_null(entry);
    assert_text(entry->id, "secretary");
    assert_text(entry->name, "Segretario");
    assert_int_equal(entry->figures[0].pos.line, 1);
    assert_int_equal(entry->figures[0].pos.column, 9);
    assert_int_equal(entry->figures[1].pos.source, 0);
    assert_text(pag_value_plain(&arena, entry->figures[1].cell, entry->figures[1].value), "10");
    assert_int_equal(entry->figures[1].state, PAG_DONE);
}

static void entries_keep_the_order_of_the_file_and_know_their_names(void **state)
{
    (void)state;
    pag_entry *entry = read_record(secretary(), good);
    const pag_list *list = entry->figures[2].value.list;
    assert_int_equal(list->n, 2);
    assert_text(list->entries[0]->id, "castel-rio");
    assert_text(list->entries[0]->name, "Castel Rio");
    assert_text(list->entries[1]->id, "l-aquila-citta");
    assert_ptr_equal(list->entries[1]->parent, entry);
    assert_int_equal(list->entries[1]->figures[3].state, PAG_OPEN);
    assert_ptr_equal(list->entries[1]->figures[3].entry, list->entries[1]);
    assert_text(pag_value_plain(&arena, entry->figures[2].cell, entry->figures[2].value), "2");
}

static void a_sheet_holds_a_mark_for_each_criterion(void **state)
{
    (void)state;
    pag_entry *entry = read_record(secretary(), good);
    const pag_figure *figure = &entry->figures[2].value.list->entries[1]->figures[2];
    const pag_sheet *results = figure->value.sheet;
    assert_int_equal(results->n, 2);
    assert_ptr_equal(results->figure, figure);
    assert_text(results->marks[0].because, "poche riunioni");
    assert_int_equal(results->marks[0].pos.line, 9);
    assert_int_equal(pag_number_unit(results->marks[0].number), PAG_POINTS);
    assert_text(pag_value_people(&arena, figure->cell, figure->value), "6 4");
}

static void all_errors_come_in_one_go(void **state)
{
    (void)state;
    assert_null(read_record(secretary(), "salry: 50000\n"
                                         "ceiling: 10%\n"
                                         "municipality:\n"
                                         "  - name: A\n"
                                         "    share: 50\n"
                                         "    total: 40\n"
                                         "    results: {riunione: 10, rogito: 5}\n"));
    assert_said("E0221 1:1; E0222 2:1; E0227 5:12; E0222 6:5; E0241 7:15; E0239 7:37");
}

static void a_key_misspelt_is_not_also_said_to_be_missing(void **state)
{
    (void)state;
    pag_cell cells[] = {given("salary", PAG_TYPE_MONEY), given("fees", PAG_TYPE_MONEY)};
    assert_null(read_record(GROUP("s", cells), "salry: 1\n"));
    assert_said("E0221 1:1; E0220 1:1"); /* the one that is missing: fees */
}

static void keys_of_somebody_else_are_left_alone(void **state)
{
    (void)state;
    static const pag_str skip[] = {{"rules", 5}, {"note", 4}};
    pag_cell cell = given("salary", PAG_TYPE_MONEY);
    const pag_node *root = document("rules: a/2024\nsalary: 1\nnotes: x\n");
    assert_null(pag_record_read(&arena, diags, group_of("s", 1, &cell), root, skip, 2));
    assert_said("E0221 3:1");
    assert_sentence(PAG_EN, HELP, "did you mean \"note\"?");
}

/* --- keys --- */

static void a_missing_key_is_an_error_and_never_zero(void **state)
{
    (void)state;
    pag_cell salary = given("salary", PAG_TYPE_MONEY);
    salary.title = PAG_STR("Stipendio");
    pag_cell fees = given("fees", PAG_TYPE_MONEY);
    pag_cell cells[] = {salary, fees};
    assert_null(read_record(GROUP("s", cells), "fees: 1\n"));
    assert_said("E0220 1:1");
    assert_sentence(PAG_EN, MESSAGE, "\"salary\" (Stipendio) is missing");
    assert_sentence(PAG_EN, HELP, "write, for example:  salary: 1843.50");
}

static void the_help_shows_how_a_missing_value_is_written(void **state)
{
    (void)state;
    pag_cell list = given("municipality", PAG_TYPE_LIST);
    list.list = convention();
    assert_refuses(list, "{}", "E0220 1:1",
                   "write, for example:  municipality: [{name: …, share: …, results: …}, …]");
    assert_refuses(sheet("results", true), "{}", "E0220 1:1",
                   "write, for example:  results: {riunioni: 10, rogito: 10}");
    assert_refuses(given("interim", PAG_TYPE_FLAG), "{}", "E0295 1:1",
                   "write  interim:  and behind it one of these words: true, false");
}

static void a_key_with_a_default_may_be_left_out(void **state)
{
    (void)state;
    pag_cell cell = given("interim", PAG_TYPE_FLAG);
    cell.value = (pag_value){.kind = PAG_VALUE_FLAG, .flag = false};
    pag_entry *entry = read_cell(cell, "{}");
    assert_said("");
    assert_true(entry->figures[0].defaulted);
    assert_text(pag_value_people(&arena, entry->figures[0].cell, entry->figures[0].value), "no");
}

static void an_unknown_key_is_told_the_nearest_or_all(void **state)
{
    (void)state;
    pag_cell fees = given("fees", PAG_TYPE_MONEY);
    assert_refuses(fees, "fees: 1\nfee: 2\n", "E0221 2:1", "did you mean \"fees\"?");
    assert_refuses(fees, "fees: 1\nindennizzo: 2\n", "E0261 2:1", "the keys here are: \"fees\"");
}

static void an_empty_value_is_an_error(void **state)
{
    (void)state;
    pag_cell fees = given("fees", PAG_TYPE_MONEY);
    assert_refuses(fees, "fees:\n", "E0223 1:6", NULL);
    assert_refuses(fees, "fees: ~\n", "E0223 1:7", NULL);
    assert_refuses(given("name", PAG_TYPE_TEXT), "name: null\n", "E1151 1:7", NULL);
    assert_takes(given("name", PAG_TYPE_TEXT), "name: 'null'\n", "null", "null");
}

static void each_cell_has_its_shape(void **state)
{
    (void)state;
    pag_cell list = given("people", PAG_TYPE_LIST);
    list.list = convention();
    assert_refuses(given("fees", PAG_TYPE_MONEY), "fees: [1]\n", "E0224 1:7", NULL);
    assert_refuses(list, "people: {a: 1}\n", "E0225 1:9", NULL);
    assert_refuses(list, "people: 3\n", "E0225 1:9", NULL);
    assert_refuses(list, "people: []\n", "E0244 1:9", NULL);
    assert_refuses(list, "people: [3]\n", "E0226 1:10", NULL);
    assert_refuses(sheet("results", true), "results: [10, 8]\n", "E0226 1:10", NULL);
    assert_refuses(given("fees", PAG_TYPE_MONEY), "- 1\n", "E0226 1:1", NULL);
}

/* --- sheets --- */

static void a_mark_must_be_on_the_scale(void **state)
{
    (void)state;
    assert_refuses(sheet("r", true), "r: {riunioni: 5, rogito: 8}\n", "E0239 1:15", NULL);
    assert_sentence(PAG_EN, MESSAGE, "\"riunioni\": 5 is not on the scale 4, 6, 8, 10");
    assert_refuses(sheet("r", true), "r: {riunioni: 8/10, rogito: 8}\n", "E0248 1:15", NULL);
    assert_takes(sheet("r", true), "r: {riunioni: 8.0, rogito: 8}\n", "8 8", "8 8");
}

static void without_a_scale_a_mark_keeps_within_the_bounds(void **state)
{
    (void)state;
    pag_cell cell = sheet("r", false);
    cell.max = bound("10");
    assert_takes(cell, "r: {riunioni: 0, rogito: 7.5}\n", "0 7.5", "0 7,5");
    assert_refuses(cell, "r: {riunioni: 11, rogito: -1}\n", "E0233 1:15; E0232 1:27", NULL);
}

/* Whoever reads it reads nothing, so nobody has written anything. */
static void a_text_of_blanks_is_no_text(void **state)
{
    (void)state;
    pag_cell name = given("name", PAG_TYPE_TEXT), perhaps = name;
    perhaps.optional = true;
    assert_refuses(name, "name: ' '\n", "E0281 1:7", "write what it has to say; it must be there");
    assert_refuses(perhaps, "name: ' '\n", "E0282 1:7",
                   "write what it has to say, or remove the key: it may be left out");
    assert_refuses(name, "name: \"\\t\\n\"\n", "E0281 1:7", NULL);
    assert_refuses(name, "name: '\u00a0\u00ad\u2003'\n", "E0281 1:7", NULL);
    assert_refuses(name, "name: \u3164\n", "E0281 1:7", NULL);
    assert_refuses(given("fees", PAG_TYPE_MONEY), "fees: ' '\n", "E0281 1:7", NULL);
    assert_takes(name, "name: '.'\n", ".", ".");
    assert_takes(name, "name: ' a'\n", " a", " a");
}

static void every_criterion_needs_its_mark(void **state)
{
    (void)state;
    assert_refuses(sheet("r", true), "r: {riunioni: 8}\n", "E0240 1:4",
                   "write, for example:  rogito: 10");
    assert_sentence(PAG_EN, MESSAGE, "\"r\" has no mark for \"rogito\" (Funzioni di rogito)");
    assert_refuses(sheet("r", true), "r: {riunioni: 8, rogito: }\n", "E0223 1:26", NULL);
}

static void an_unknown_criterion_is_told_the_nearest_or_all(void **state)
{
    (void)state;
    assert_refuses(sheet("r", true), "r: {riunioni: 8, rogito: 4, rogiti: 4}\n", "E0241 1:29",
                   "did you mean \"rogito\"?");
    assert_refuses(sheet("r", true), "r: {riunioni: 8, rogito: 4, tempo: 4}\n", "E0263 1:29",
                   "its criteria are: \"riunioni\", \"rogito\"");
}

static void a_mark_may_say_why(void **state)
{
    (void)state;
    assert_refuses(sheet("r", true), "r: {riunioni: 8, rogito: {because: x}}\n", "E0220 1:26",
                   "write, for example:  mark: 8");
    assert_refuses(sheet("r", true), "r: {riunioni: 8, rogito: {mark: 7, becouse: x}}\n",
                   "E0239 1:33; E0221 1:36", NULL);
}

/* --- memory --- */

static pag_status read_all(const pag_allocator *allocator)
{
    static pag_trap trap; /* outlives the jump */
    pag_arena_init(&arena, allocator, 0);
    pag_trap_set(&trap, &arena);
    if (setjmp(trap.jump) == 0) {
        const pag_node *root = NULL;
        sources = pag_sources_create(&arena);
        diags = pag_diagnostics_create(&arena, sources);
        uint32_t source = pag_sources_add(sources, PAG_STR("t"), pag_str_from(good));
        trap.status = pag_yaml_read(&arena, diags, source, &root);
        if (root && !pag_record_read(&arena, diags, secretary(), root, NULL, 0)) {
            trap.status = PAG_INVALID;
        }
    }
    pag_trap_clear(&trap);
    pag_arena_drop(&arena);
    return trap.status;
}

static void running_out_of_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    failing_sweep(read_all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_subject_becomes_a_record),
        TEST(entries_keep_the_order_of_the_file_and_know_their_names),
        TEST(a_sheet_holds_a_mark_for_each_criterion),
        TEST(all_errors_come_in_one_go),
        TEST(a_key_misspelt_is_not_also_said_to_be_missing),
        TEST(keys_of_somebody_else_are_left_alone),
        TEST(a_missing_key_is_an_error_and_never_zero),
        TEST(the_help_shows_how_a_missing_value_is_written),
        TEST(a_key_with_a_default_may_be_left_out),
        TEST(an_unknown_key_is_told_the_nearest_or_all),
        TEST(an_empty_value_is_an_error),
        TEST(a_text_of_blanks_is_no_text),
        TEST(each_cell_has_its_shape),
        TEST(a_mark_must_be_on_the_scale),
        TEST(without_a_scale_a_mark_keeps_within_the_bounds),
        TEST(every_criterion_needs_its_mark),
        TEST(an_unknown_criterion_is_told_the_nearest_or_all),
        TEST(a_mark_may_say_why),
        cmocka_unit_test(running_out_of_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
