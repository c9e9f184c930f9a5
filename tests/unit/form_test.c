/* The empty evaluation of a pack: what is given is asked, with all that may be written; what the
 * pack or the plan says is not. */
#include "form/form.h"
#include "packs.h"

static bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

static const char *form_of(const char *text, void (*write)(const pag_form *, pag_sink *))
{
    pag_text out = {.arena = &packs.arena};
    pag_sink sink = {.write = append, .ud = &out};
    write_rules(text);
    if (!load()) fail_msg("%s", said());
    const pag_form form = {.pack = packs.pack, .arena = &packs.arena, .lang = PAG_EN};
    write(&form, &sink);
    pag_text_byte(&out, '\0');
    return out.at;
}

static const char *yaml(const char *text)
{
    return form_of(text, pag_form_yaml);
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part)) fail_msg("no\n%s\nin\n%s", part, text);
}

static void assert_has_no(const char *text, const char *part)
{
    if (strstr(text, part)) fail_msg("there is\n%s\nin\n%s", part, text);
}

static void what_is_given_is_asked_and_nothing_else(void **state)
{
    (void)state;
    const char *form = yaml("return subject {\n"
                            "  asked = money { title = \"Base\", min = 1, max = 50 },\n"
                            "  fixed = money { value = 3 },\n"
                            "  made = money { of = function(s) return s.asked end },\n"
                            "}\n");
    assert_has(form, "  # Base — euros, like 1843.50, from 1.00 to 50.00\n  asked:\n");
    assert_has_no(form, "fixed");
    assert_has_no(form, "made");
}

static void a_word_comes_with_its_title(void **state)
{
    (void)state;
    const char *form =
        yaml("return subject { a = choice { { 'none', 'nessuna' }, { 'oral', 'orale' } } }\n");
    assert_has(form, "  # one of: none (nessuna), oral (orale)\n  a:\n");
    form = form_of("return subject { a = choice { { 'none', 'nessuna' }, { 'oral', 'orale' } } }\n",
                   pag_form_json);
    assert_has(form, "\"values\":[\"none\",\"oral\"],\"titles\":[\"nessuna\",\"orale\"]");
}

static void what_may_be_left_out_is_a_line_away(void **state)
{
    (void)state;
    const char *form = yaml("return subject {\n"
                            "  a = text { optional = true, source = \"Legge\", note = \"Nota\" },\n"
                            "  b = percent { default = \"10%\", step = \"5%\" },\n"
                            "  c = choice { \"x\", \"y\" },\n"
                            "}\n");
    assert_has(form, "  # text; optional\n  # Source: Legge\n  # Note: Nota\n  #a:\n");
    assert_has(form, "at least 0%, in steps of 5%; if it is left out: 10%\n  #b: 10%\n");
    assert_has(form, "  # one of: x, y\n  c:\n");
}

static void titles_hold_any_letter_and_no_line_is_too_wide(void **state)
{
    (void)state;
    pag_text rules = {.arena = &packs.arena};
    pag_text_put(&rules, PAG_STR("return subject { a = flag { title = \"uno\\ndue: # \\\"tre\\\" "
                                 "{[*&!|>'%@` "));
    for (int i = 0; i < 40; i++) pag_text_put(&rules, PAG_STR("citt\xc3\xa0 "));
    pag_text_put(&rules, PAG_STR("\" } }"));
    pag_text_byte(&rules, '\0');
    const char *form = yaml(rules.at);
    assert_has(form, "  # uno due: # \"tre\" {[*&!|>'%@` citt\xc3\xa0 ");
    for (const char *line = form; *line; line = strchr(line, '\n') + 1) {
        size_t len = (size_t)(strchr(line, '\n') - line);
        assert_true(pag_text_width((pag_str){line, len}) <= 100);
    }
    assert_false(read_document(form));
    assert_int_equal(pag_diagnostics_errors(packs.told), 2); /* the days of the period */
}

static void a_form_that_is_filled_in_evaluates(void **state)
{
    (void)state;
    const char *form = yaml("return subject { top = true,\n"
                            "  a = money {},\n"
                            "  list = list { ref = ref { to = \"person.other\" }, w = whole {} },\n"
                            "  other = list { w = number {} },\n"
                            "  s = sheet { because = \"required\", marks = { 1, 2 },\n"
                            "    criteria = { { id = \"a: b\", title = \"A\" } } },\n"
                            "}\n");
    assert_has(form, "\na:\n");
    assert_has(form, "\n    # name or id of an entry of person.other\n    ref:\n");
    assert_has(form, "\n    id:\n");
    assert_has(form, "\n  \"a: b\":\n    mark:\n    because:\n");
    static const char *const values[] = {"2024-01-01", "2024-12-31", "5.00", "one",  "7",
                                         "one",        "8.5",        "2",    "visto"};
    static const char *const keys[] = {"from:\n", "to:\n", "\na:\n",  "ref:\n",    " w:\n",
                                       "id:\n",   " w:\n", "mark:\n", "because:\n"};
    pag_text filled = {.arena = &packs.arena};
    const char *at = form;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *key = strstr(at, keys[i]);
        assert_non_null(key);
        key += strlen(keys[i]) - 1;
        pag_text_put(&filled, (pag_str){at, (size_t)(key - at)});
        pag_text_byte(&filled, ' ');
        pag_text_put(&filled, pag_str_from(values[i]));
        at = key;
    }
    pag_text_put(&filled, pag_str_from(at));
    pag_text_byte(&filled, '\0');
    assert_int_equal(evaluate_document(filled.at), PAG_OK);
    assert_figure("person.a", "5.00");
}

static void an_optional_subject_is_written_when_its_first_marks_are_taken_away(void **state)
{
    (void)state;
    const char *form = yaml("return subject { optional = true, a = money {},\n"
                            "  b = text { optional = true } }\n");
    assert_has(form, "\n#person:\n#  # euros, like 1843.50, at least 0.00\n#  a:\n");
    assert_has(form, "\n#  # text; optional\n#  #b:\n");
}

static void a_subject_that_needs_nothing_is_there_all_the_same(void **state)
{
    (void)state;
    const char *form = yaml("return subject { a = money { default = 5 } }\n");
    assert_has(form, "remove {}.\nperson: {}\n");
    assert_has(form, "\n  #a: 5.00\n");
}

static void for_programs_each_cell_is_an_object(void **state)
{
    (void)state;
    const char *json =
        form_of("return subject { a = points { title = \"A\", max = 10 } }\n", pag_form_json);
    assert_has(json, "{\"schema\":\"pagella.form/1\",\"rules\":\"test/2024\",");
    assert_has(json, "{\"path\":\"person.a\",\"kind\":\"value\",\"needed\":true,\"title\":\"A\","
                     "\"type\":\"points\",\"unit\":\"points\",\"min\":\"0\",\"max\":\"10\"}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_given_is_asked_and_nothing_else),
        TEST(a_word_comes_with_its_title),
        TEST(what_may_be_left_out_is_a_line_away),
        TEST(titles_hold_any_letter_and_no_line_is_too_wide),
        TEST(a_form_that_is_filled_in_evaluates),
        TEST(an_optional_subject_is_written_when_its_first_marks_are_taken_away),
        TEST(a_subject_that_needs_nothing_is_there_all_the_same),
        TEST(for_programs_each_cell_is_an_object),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
