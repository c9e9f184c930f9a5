/* What editors are given: the schema of a pack's evaluations, the words of rules, the files left
 * beside them. What a schema accepts and refuses is for tests/editors; here, what it says. */
#include "editors.h"

#include "bind/reference.h"

/* --- the schema --- */

static void what_must_be_given_is_required_and_nothing_else_is_allowed(void **state)
{
    (void)state;
    write_rules("return subject { a = money {}, b = money { default = 5 },\n"
                "  c = text { optional = true }, d = money { of = function(s) return s.a end } }");
    const char *text = schema();
    assert_says(text, "\"person\":{\"type\":\"object\",\"additionalProperties\":false,"
                      "\"required\":[\"a\"],\"properties\":{\"a\":");
    assert_says(text, "\"c\":{");
    assert_says(text, "\"default\":5");
    assert_silent(text, "\"d\":{");
    assert_says(text, "\"required\":[\"rules\",\"person\"]");
}

static void a_percentage_is_a_text_and_an_amount_a_number_or_a_text(void **state)
{
    (void)state;
    write_rules(
        "return subject { a = percent { title = \"Quota\" }, b = money { max = \"8.5\" } }");
    const char *text = schema();
    assert_says(text,
                "\"a\":{\"title\":\"Quota\",\"description\":\"una percentuale, con il suo segno: "
                "50%\",\"type\":\"string\"");
    assert_says(text, "\"type\":[\"number\",\"string\"]");
    assert_says(text, "\"minimum\":0,\"maximum\":8.5");
}

static void a_step_that_binary_numbers_cannot_hold_is_left_out(void **state)
{
    (void)state;
    write_rules("return subject { a = points { max = 10, step = \"0.1\" } }");
    assert_silent(schema(), "multipleOf");
    write_rules("return subject { a = points { max = 10, step = \"0.5\" } }");
    assert_says(schema(), "\"multipleOf\":0.5");
    write_rules("return subject { a = points { max = \"1/3\" } }");
    assert_silent(schema(), "\"maximum\"");
}

static void words_that_others_read_as_numbers_are_allowed_as_numbers_too(void **state)
{
    (void)state;
    write_rules("return subject { a = choice { \"1\", \"true\", \"no\" } }");
    assert_says(schema(), "\"enum\":[\"1\",\"true\",\"no\",1,true]");
}

static void words_that_others_would_change_are_only_examples(void **state)
{
    (void)state;
    write_rules("return subject { a = choice { \"1.10\", \"1.20\" } }");
    const char *text = schema();
    assert_says(text, "\"examples\":[\"1.10\",\"1.20\"]");
    assert_silent(text, "\"enum\":[\"1.10\"");
}

static void criteria_whose_keys_others_would_change_are_not_required(void **state)
{
    (void)state;
    write_rules("return subject { a = sheet { marks = { 4, 8 }, criteria = {\n"
                "  { id = \"1.10\", title = \"Uno\" }, { id = \"b\", title = \"Due\" } } } }");
    const char *text = schema();
    assert_says(text, "\"type\":\"object\",\"required\":[\"b\"],\"properties\":{\"1.10\":");
}

static void a_mark_has_the_scale_of_its_sheet_and_may_have_a_reason(void **state)
{
    (void)state;
    write_rules("return subject { a = sheet { marks = { 4, 8 }, na = \"rescale\",\n"
                "  criteria = { { id = \"x\", title = \"Uno\" } } } }");
    const char *text = schema();
    assert_says(text, "\"then\":{\"enum\":[4,8],");
    assert_says(text, "|na)$");
    assert_says(text, "\"required\":[\"mark\"]");
}

static void a_mark_that_needs_its_reason_is_a_map(void **state)
{
    (void)state;
    write_rules("return subject { a = sheet { max = 10, because = \"required\",\n"
                "  criteria = { { id = \"x\", title = \"Uno\" } } } }");
    const char *text = schema();
    assert_says(text, "\"type\":[\"object\"]");
    assert_says(text, "\"required\":[\"mark\",\"because\"]");
    assert_says(text, "\"maximum\":10");
}

static void a_list_without_a_name_needs_an_id(void **state)
{
    (void)state;
    write_rules("return subject { a = list { b = money {} }, c = list { name = text {} } }");
    const char *text = schema();
    assert_says(text, "\"person.a\":{\"type\":\"object\",\"additionalProperties\":false,"
                      "\"required\":[\"b\",\"id\"]");
    assert_says(text, "\"required\":[\"name\"]");
}

static void cells_at_the_top_stand_beside_the_head(void **state)
{
    (void)state;
    write_rules("return subject { top = true, a = money {}, b = list { name = text {} } }");
    const char *text = schema();
    assert_says(text, "\"required\":[\"rules\",\"a\",\"b\"]");
    assert_says(text, "\"items\":{\"$ref\":\"#/definitions/person.b\"}");
    assert_silent(text, "\"person\":{");
}

static void of_subjects_that_may_be_left_out_one_must_be_there(void **state)
{
    (void)state;
    write_rules("return subject { optional = true, a = money {} }");
    assert_says(schema(), "\"required\":[\"rules\"],\"anyOf\":[{\"required\":[\"person\"]}]");
}

static void rules_without_a_plan_take_none(void **state)
{
    (void)state;
    write_rules("return subject { a = money {} }");
    assert_silent(schema(), "\"plan\"");
}

static void rules_of_a_year_want_a_period_in_it(void **state)
{
    (void)state;
    write_rules("return subject { a = money {} }");
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", year = 2024 }\n");
    const char *text = schema();
    assert_says(text, "\"required\":[\"rules\",\"period\",\"person\"]");
    assert_says(text, "\"pattern\":\"^2024-(");
}

static void entries_of_the_plan_are_keys_and_refs_to_them_are_words(void **state)
{
    (void)state;
    write_file("plans/test/plan.yaml",
               "plan: test\norganization: E\ntitle: T\nsource: S\n"
               "period: {from: 2024-01-01, to: 2024-12-31}\n"
               "areas:\n  - {id: a, title: Area A}\n  - {id: b, title: Area B}\n");
    write_rules("return subject { area = list { from = \"plan.areas\", x = money {} },\n"
                "  post = list { name = text {}, area = ref { to = \"person.area\" } } }");
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", plan = \"test\" }\n");
    const char *text = schema();
    assert_says(text, "\"required\":[\"a\",\"b\"],\"properties\":{\"a\":{\"title\":\"Area A\","
                      "\"allOf\":[{\"$ref\":\"#/definitions/person.area\"}]}");
    assert_says(text, "\"enum\":[\"a\",\"b\",\"Area A\",\"Area B\"]");
    assert_says(text, "\"plan\":{");
}

static void the_sentences_are_in_the_language_asked_for(void **state)
{
    (void)state;
    pag_text text = {.arena = &packs.arena};
    pag_sink sink = {.write = collect, .ud = &text};
    write_rules("return subject { a = money { title = \"Importo\" } }");
    assert_true(load());
    const pag_editor english = editor(PAG_EN);
    pag_editor_schema(&english, &sink);
    pag_text_byte(&text, '\0');
    assert_says(text.at, "\"title\":\"Importo\",\"description\":\"an amount in euro");
}

/* --- the words --- */

static void every_word_of_rules_is_in_the_definitions(void **state)
{
    (void)state;
    size_t n;
    const pag_described *all = pag_described_all(&n);
    pag_text text = {.arena = &packs.arena};
    pag_sink sink = {.write = collect, .ud = &text};
    pag_editor_words(&packs.arena, PAG_IT, &sink);
    pag_text_byte(&text, '\0');
    for (size_t i = 0; i < n; i++) {
        assert_says(text.at, pag_arena_copy(&packs.arena, all[i].form).at);
        assert_says(text.at, pag_arena_copy(&packs.arena, all[i].meaning[PAG_IT]).at);
    }
    assert_says(text.at, "---@class pagella.sheet: pagella.any, pagella.bounded, pagella.sheets\n");
    assert_says(text.at,
                "---@param fields pagella.money\n---@return any\nfunction money(fields) end\n");
    assert_says(text.at, "---@return fun(rows: pagella.bands): any\nfunction bands(name) end\n");
    assert_says(text.at, "---@overload fun(post: any, pay: string): any\n");
    assert_says(text.at, "function least(a, b, ...) end\n");
    assert_says(text.at, "---@field round? string|pagella.rounding\n");
    assert_says(text.at, "---| '\"reach up\"' # ");
}

/* --- the files --- */

static pag_status leave(const char *folder, pag_editor_left *left)
{
    const pag_editor italian = editor(PAG_IT);
    packs.told = pag_diagnostics_create(&packs.arena, pag_sources_create(&packs.arena));
    return pag_editor_leave(&italian, pag_str_from(folder), packs.told, left);
}

static void assert_only(pag_code code)
{
    assert_int_equal(pag_diagnostics_count(packs.told), 1);
    assert_int_equal(pag_diagnostics_at(packs.told, 0)->code, code);
}

static void keep_left(void)
{
    packs_keep_path(packs_join(packs.root, "/", ".pagella/test-2024.schema.json"));
    packs_keep_path(packs_join(packs.root, "/", ".pagella/rules.lua"));
    packs_keep_path(packs_join(packs.root, "/", ".vscode/settings.json"));
}

static void files_are_left_once_and_are_fine_the_second_time(void **state)
{
    (void)state;
    pag_editor_left left;
    write_rules("return subject { a = money {} }");
    assert_true(load());
    keep_left();
    assert_int_equal(leave(packs.root, &left), PAG_OK);
    assert_int_equal(left.n, PAG_EDITOR_FILES);
    assert_int_equal(leave(packs.root, &left), PAG_OK);
    assert_int_equal(left.n, 0);
    assert_int_equal(left.add.len, 0);
}

static void settings_of_somebody_come_back_to_be_added_by_hand(void **state)
{
    (void)state;
    pag_editor_left left;
    write_rules("return subject { a = money {} }");
    assert_true(load());
    keep_left();
    write_file(".vscode/settings.json", "{}\n");
    assert_int_equal(leave(packs.root, &left), PAG_OK);
    assert_int_equal(left.n, 2);
    assert_says(packs_text(left.add), "Lua.runtime.version");
    write_file(".vscode/settings.json", "{\"Lua.workspace.library\": [\".pagella/rules.lua\"]}\n");
    assert_int_equal(leave(packs.root, &left), PAG_OK);
    assert_int_equal(left.n, 0);
    assert_says(packs_text(left.add), "test-2024.schema.json");
    assert_silent(packs_text(left.add), "Lua"); /* another pack has brought the words */
}

static void a_schema_of_other_rules_is_not_written_over(void **state)
{
    (void)state;
    pag_editor_left left;
    write_rules("return subject { a = money {} }");
    assert_true(load());
    keep_left();
    assert_int_equal(leave(packs.root, &left), PAG_OK);
    write_rules("return subject { b = money {} }");
    assert_true(load());
    assert_int_equal(leave(packs.root, &left), PAG_OK);
    assert_int_equal(left.n, 0);
    assert_int_equal(left.n_other, 1);
}

static void where_there_is_no_folder_nothing_is_left(void **state)
{
    (void)state;
    pag_editor_left left;
    write_rules("return subject { a = money {} }");
    assert_true(load());
    assert_int_equal(leave(packs_join(packs.root, "/", "none"), &left), PAG_IO);
    assert_only(PAG_E0963);
    assert_int_equal(left.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_must_be_given_is_required_and_nothing_else_is_allowed),
        TEST(a_percentage_is_a_text_and_an_amount_a_number_or_a_text),
        TEST(a_step_that_binary_numbers_cannot_hold_is_left_out),
        TEST(words_that_others_read_as_numbers_are_allowed_as_numbers_too),
        TEST(words_that_others_would_change_are_only_examples),
        TEST(criteria_whose_keys_others_would_change_are_not_required),
        TEST(a_mark_has_the_scale_of_its_sheet_and_may_have_a_reason),
        TEST(a_mark_that_needs_its_reason_is_a_map),
        TEST(a_list_without_a_name_needs_an_id),
        TEST(cells_at_the_top_stand_beside_the_head),
        TEST(of_subjects_that_may_be_left_out_one_must_be_there),
        TEST(rules_without_a_plan_take_none),
        TEST(rules_of_a_year_want_a_period_in_it),
        TEST(entries_of_the_plan_are_keys_and_refs_to_them_are_words),
        TEST(the_sentences_are_in_the_language_asked_for),
        TEST(every_word_of_rules_is_in_the_definitions),
        TEST(files_are_left_once_and_are_fine_the_second_time),
        TEST(settings_of_somebody_come_back_to_be_added_by_hand),
        TEST(a_schema_of_other_rules_is_not_written_over),
        TEST(where_there_is_no_folder_nothing_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
