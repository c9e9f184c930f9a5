/* Diagnostics as they are written: the exact text, in both languages and all formats. */
#include "diags.h"
#include "failing.h"

/* The first warning of codes.def; false if there is none. Added at line 1 of a new source. */
static bool add_warning(pag_code *code)
{
    size_t i = 0;
    while (i < PAG_CODES && pag_code_severity((pag_code)i) != PAG_WARNING) i++;
    if (i == PAG_CODES) return false;
    *code = (pag_code)i;
    pag_diag_add(diags, *code, (pag_pos){source("w.yaml", ""), 0, 0, 0}, 0);
    return true;
}

static void a_diagnostic_shows_its_place_its_line_and_what_to_do(void **state)
{
    (void)state;
    under(source("rules/2025/pay.lua", "-- pay\n  local most = e.base * 0.1\n"), "0.1");
    assert_written((pag_diag_style){.lang = PAG_EN}, "error[E0002]: the file cannot be read: x\n"
                                                     "  --> rules/2025/pay.lua:2:25\n"
                                                     "   |\n"
                                                     " 2 |   local most = e.base * 0.1\n"
                                                     "   |                         ^^^\n"
                                                     "   = help: check its permissions\n");
    assert_written((pag_diag_style){.lang = PAG_IT},
                   "errore[E0002]: il file non si può leggere: x\n"
                   "  --> rules/2025/pay.lua:2:25\n"
                   "   |\n"
                   " 2 |   local most = e.base * 0.1\n"
                   "   |                         ^^^\n"
                   "   = aiuto: controllare i permessi\n");
}

static void a_file_as_a_whole_has_no_line_and_nowhere_has_no_file(void **state)
{
    (void)state;
    uint32_t s = source("a.yaml", "x: 1\n");
    pag_diag_add(diags, PAG_E0001, (pag_pos){0}, 1, PAG_STR("b.yaml"));
    pag_diag_add(diags, PAG_E0002, (pag_pos){s, 0, 0, 0}, 1, PAG_STR("a.yaml"));
    pag_diag_add(diags, PAG_E0001, (pag_pos){s, 9, 1, 1}, 1, PAG_STR("past the end"));
    assert_written((pag_diag_style){0}, "error[E0001]: the file does not exist: b.yaml\n"
                                        "\n"
                                        "error[E0002]: the file cannot be read: a.yaml\n"
                                        "  --> a.yaml\n"
                                        "   = help: check its permissions\n"
                                        "\n"
                                        "error[E0001]: the file does not exist: past the end\n"
                                        "  --> a.yaml:9:1\n");
}

static void a_diagnostic_says_whom_it_is_about(void **state)
{
    (void)state;
    uint32_t s = source("a.lua", "a / b\n");
    pag_diag_add(diags, PAG_E0459, (pag_pos){s, 1, 3, 1}, 0);
    pag_diagnostics_about(diags, PAG_STR("Comune B"));
    pag_diagnostics_about(diags, PAG_STR("Comune C")); /* it is known already */
    assert_written((pag_diag_style){.lang = PAG_IT},
                   "errore[E0459]: divisione per zero\n"
                   "  --> a.lua:1:3\n"
                   "   |\n"
                   " 1 | a / b\n"
                   "   |   ^\n"
                   "   = per: Comune B\n"
                   "   = aiuto: dire che cosa spetta in quel caso:  if … then … end\n");
    assert_non_null(
        strstr(written((pag_diag_style){.format = PAG_DIAG_JSON}), "\"for\":\"Comune B\""));
}

static void what_reads_the_same_is_told_of_each_whom_it_is_about(void **state)
{
    (void)state;
    uint32_t s = source("a.lua", "a / b\n");
    const char *whom[] = {"A", "B", "A", "Ea", "B"};
    for (size_t i = 0; i < sizeof whom / sizeof *whom; i++) {
        pag_diag_add(diags, PAG_E0459, (pag_pos){s, 1, 3, 1}, 0);
        pag_diagnostics_about(diags, pag_str_from(whom[i]));
    }
    assert_int_equal(pag_diagnostics_told(diags), 5);
    assert_int_equal(pag_diagnostics_errors(diags), 3);
    assert_non_null(strstr(written((pag_diag_style){.lang = PAG_IT}), "e per altri 2: B; Ea"));
    pag_diagnostics *copy = pag_diagnostics_create(&arena, pag_diagnostics_sources(diags));
    for (size_t round = 0; round < 2; round++) {
        for (size_t i = 0; i < pag_diagnostics_count(diags); i++) {
            pag_diag_copy(copy, pag_diagnostics_at(diags, i));
        }
    }
    assert_int_equal(pag_diagnostics_count(copy), 3);
}

static void about(pag_code code, pag_pos pos, const char *whom)
{
    pag_diag_add(diags, code, pos, 1, pag_str_from(whom));
    pag_diagnostics_about(diags, pag_str_from(whom));
}

static void the_same_error_of_one_formula_is_told_once_for_all(void **state)
{
    (void)state;
    uint32_t s = source("a.lua", "a / b\n");
    const pag_pos here = {s, 1, 3, 1}, there = {s, 1, 1, 1};
    about(PAG_E0459, here, "Anna");
    about(PAG_E0461, here, "Anna");
    about(PAG_E0459, here, "Bruno");
    about(PAG_E0459, here, "Carlo");
    about(PAG_E0461, here, "Carlo");
    about(PAG_E0459, there, "Dora");
    const char *text = written((pag_diag_style){.lang = PAG_EN});
    assert_non_null(strstr(text, "   = and for 2 others: Bruno; Carlo\n"));
    assert_non_null(strstr(text, "   = and for 1 other: Carlo\n"));
    assert_non_null(strstr(text, "   = for: Dora\n"));
    assert_null(strstr(text, "   = for: Bruno\n"));
    assert_null(strstr(text, "   = for: Carlo\n"));
    const char *italian = written((pag_diag_style){.lang = PAG_IT});
    assert_non_null(strstr(italian, "   = e per altri 2: Bruno; Carlo\n"));
    assert_non_null(strstr(italian, "   = e per un altro: Carlo\n"));
    const char *json = written((pag_diag_style){.format = PAG_DIAG_JSON});
    assert_non_null(strstr(json, "\"for\":\"Bruno\""));
    assert_non_null(strstr(json, "\"for\":\"Carlo\""));
}

static void the_gutter_is_as_wide_as_the_longest_line_number(void **state)
{
    (void)state;
    pag_text text = {.arena = &arena};
    for (int i = 1; i < 120; i++) pag_text_put(&text, PAG_STR("k: v\n"));
    uint32_t s = pag_sources_add(sources, PAG_STR("a.yaml"), pag_text_str(&text));
    pag_diag_add(diags, PAG_E0002, (pag_pos){s, 119, 4, 1}, 1, PAG_STR("x"))->also =
        (pag_pos){s, 7, 1, 1};
    assert_written((pag_diag_style){0}, "error[E0002]: the file cannot be read: x\n"
                                        "   --> a.yaml:119:4\n"
                                        "    |\n"
                                        "119 | k: v\n"
                                        "    |    ^\n"
                                        "   --> a.yaml:7:1\n"
                                        "    |\n"
                                        "  7 | k: v\n"
                                        "    | ^\n"
                                        "    = help: check its permissions\n");
}

static void a_long_argument_is_shortened_and_control_characters_are_shown(void **state)
{
    (void)state;
    char *text = pag_arena_alloc(&arena, 100001);
    memset(text, 'y', 100000);
    pag_diag_add(diags, PAG_E0001, (pag_pos){0}, 1, (pag_str){text, 100000});
    pag_diag_add(diags, PAG_E0001, (pag_pos){0}, 1, PAG_STR("a\nb"));
    const char *all = written((pag_diag_style){0});
    assert_true(strlen(all) < 500);
    assert_non_null(strstr(all, "yyy…\n"));
    assert_non_null(strstr(all, ": a\\nb\n"));
}

static void later_lines_of_a_sentence_are_indented(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAG_CODES; i++) {
        pag_diag_add(diags, (pag_code)i, (pag_pos){0}, 3, PAG_STR("a"), PAG_STR("b"), PAG_STR("c"));
    }
    bool indented = true;
    for (const char *line = written((pag_diag_style){.lang = PAG_IT}); *line;) {
        const char *end = strchr(line, '\n');
        bool known = line == end || !strncmp(line, "errore[", 7) || !strncmp(line, "avviso[", 7) ||
                     !strncmp(line, "   = nota: ", 11) || !strncmp(line, "   = aiuto: ", 12) ||
                     !strncmp(line, "           ", 11);
        indented = indented && known;
        line = end + 1;
    }
    assert_true(indented);
}

static void many_of_one_file_are_counted_errors_first(void **state)
{
    (void)state;
    uint32_t a = source("a.yaml", ""), b = source("b.yaml", "");
    for (uint32_t i = 1; i <= 9; i++) {
        pag_diag_add(diags, PAG_E0001, (pag_pos){a, i, 1, 1}, 1, PAG_STR("x"));
    }
    for (uint32_t i = 1; i <= 3; i++) {
        pag_diag_add(diags, PAG_E0001, (pag_pos){b, i, 1, 1}, 1, PAG_STR("y"));
        pag_diag_add(diags, PAG_E0001, (pag_pos){0}, 1, PAG_STR("123") /* nowhere: all */);
    }
    assert_written((pag_diag_style){.most = 2}, "error[E0001]: the file does not exist: 123\n"
                                                "\n"
                                                "error[E0001]: the file does not exist: x\n"
                                                "  --> a.yaml:1:1\n"
                                                "\n"
                                                "error[E0001]: the file does not exist: x\n"
                                                "  --> a.yaml:2:1\n"
                                                "… and 7 more in a.yaml\n"
                                                "\n"
                                                "error[E0001]: the file does not exist: y\n"
                                                "  --> b.yaml:1:1\n"
                                                "\n"
                                                "error[E0001]: the file does not exist: y\n"
                                                "  --> b.yaml:2:1\n"
                                                "… and 1 more in b.yaml\n");
    const char *italian = written((pag_diag_style){.lang = PAG_IT, .most = 2});
    assert_non_null(strstr(italian, "\n… e altri 7 in a.yaml\n"));
    assert_non_null(strstr(italian, "\n… e un altro in b.yaml\n"));
}

static void warnings_never_hide_the_error_at_the_end(void **state)
{
    (void)state;
    pag_code code;
    if (!add_warning(&code)) skip();
    for (uint32_t i = 1; i < 9; i++) pag_diag_add(diags, code, (pag_pos){1, i, 1, 1}, 0);
    pag_diag_add(diags, PAG_E0001, (pag_pos){1, 99, 1, 1}, 1, PAG_STR("x"));
    const char *all = written((pag_diag_style){.most = 3});
    assert_non_null(strstr(all, "  --> w.yaml\n"));
    assert_non_null(strstr(all, "  --> w.yaml:1:1\n"));
    assert_null(strstr(all, "  --> w.yaml:2:1\n"));
    assert_non_null(strstr(all, "  --> w.yaml:99:1\n… and 7 more in w.yaml\n"));
}

static void an_acknowledged_warning_is_written_only_when_asked_with_its_reason(void **state)
{
    (void)state;
    pag_code code;
    if (!add_warning(&code)) skip();
    assert_memory_equal(written((pag_diag_style){.lang = PAG_IT}), "avviso[W", 8);
    assert_memory_equal(written((pag_diag_style){.lang = PAG_EN}), "warning[W", 9);
    const pag_answer answer = {.code = pag_code_text(code), .because = PAG_STR("delibera 12\n")};
    pag_diagnostics_acknowledge(diags, &answer);
    assert_written((pag_diag_style){.lang = PAG_IT}, "");
    assert_written((pag_diag_style){.format = PAG_DIAG_JSON}, "");
    pag_diag_style all = {.lang = PAG_IT, .acknowledged = true};
    assert_non_null(strstr(written(all), "\n   = riconosciuto: delibera 12\\n\n"));
    all.lang = PAG_EN;
    assert_non_null(strstr(written(all), "\n   = acknowledged: delibera 12\\n\n"));
    all.format = PAG_DIAG_JSON;
    assert_non_null(strstr(written(all), ",\"file\":\"w.yaml\",\"acknowledged\":true,"
                                         "\"because\":\"delibera 12\\n\"}\n"));
    all.format = PAG_DIAG_GCC;
    assert_non_null(strstr(written(all), "] (acknowledged: delibera 12\\n)\n"));
}

static void colour_is_there_only_when_asked(void **state)
{
    (void)state;
    under(source("a.yaml", "peso: 10\n"), "10");
    assert_written((pag_diag_style){.color = true},
                   "\x1b[1;31merror[E0002]\x1b[0m: the file cannot be read: x\n"
                   "  \x1b[34m-->\x1b[0m a.yaml:1:7\n"
                   "\x1b[34m   |\x1b[0m\n"
                   "\x1b[34m 1 |\x1b[0m peso: 10\n"
                   "\x1b[34m   |\x1b[0m       \x1b[1;31m^^\x1b[0m\n"
                   "   \x1b[34m=\x1b[0m help: check its permissions\n");
    assert_null(strchr(written((pag_diag_style){0}), '\x1b'));
    assert_null(strchr(written((pag_diag_style){.color = true, .format = PAG_DIAG_JSON}), '\x1b'));
    assert_null(strchr(written((pag_diag_style){.color = true, .format = PAG_DIAG_GCC}), '\x1b'));
}

static void json_is_one_object_a_line(void **state)
{
    (void)state;
    uint32_t s = source("a \"b\".yaml", "peso: 10\npeso: 1\n");
    under(s, "10")->also = (pag_pos){s, 2, 1, 4};
    pag_diag_add(diags, PAG_E0001, (pag_pos){0}, 1, PAG_STR("c.yaml"));
    pag_diag_add(diags, PAG_E0001, (pag_pos){s, 0, 0, 0}, 1, PAG_STR("d.yaml"));
    assert_written(
        (pag_diag_style){.lang = PAG_IT, .format = PAG_DIAG_JSON, .most = 1},
        "{\"schema\":\"pagella.diagnostics/1\",\"code\":\"E0001\",\"severity\":\"error\","
        "\"message\":\"il file non esiste: c.yaml\"}\n"
        "{\"schema\":\"pagella.diagnostics/1\",\"code\":\"E0001\",\"severity\":\"error\","
        "\"message\":\"il file non esiste: d.yaml\",\"file\":\"a \\\"b\\\".yaml\"}\n"
        "{\"schema\":\"pagella.diagnostics/1\",\"code\":\"E0002\",\"severity\":\"error\","
        "\"message\":\"il file non si può leggere: x\",\"help\":\"controllare i permessi\","
        "\"file\":\"a \\\"b\\\".yaml\",\"line\":1,\"column\":7,\"width\":2,"
        "\"also\":{\"file\":\"a \\\"b\\\".yaml\",\"line\":2,\"column\":1}}\n");
}

static void the_form_of_gcc_is_one_line_each(void **state)
{
    (void)state;
    uint32_t s = source("a.yaml", "peso: 10\n");
    under(s, "10");
    pag_diag_add(diags, PAG_E0001, (pag_pos){0}, 1, PAG_STR("c.yaml"));
    pag_diag_add(diags, PAG_E0001, (pag_pos){s, 0, 0, 0}, 1, PAG_STR("d.yaml"));
    assert_written((pag_diag_style){.format = PAG_DIAG_GCC},
                   "pagella: error: the file does not exist: c.yaml [E0001]\n"
                   "a.yaml: error: the file does not exist: d.yaml [E0001]\n"
                   "a.yaml:1:7: error: the file cannot be read: x [E0002]\n");
}

static bool refuse(void *ud, const char *at, size_t len)
{
    (void)at;
    *(size_t *)ud += len;
    return false;
}

static pag_status scenario(const pag_allocator *allocator)
{
    pag_arena own;
    pag_trap trap;
    size_t refused = 0;
    pag_sink sink = {.write = refuse, .ud = &refused};
    pag_arena_init(&own, allocator, 0);
    pag_trap_set(&trap, &own);
    if (setjmp(trap.jump) == 0) {
        pag_sources *in = pag_sources_create(&own);
        pag_diagnostics *all = pag_diagnostics_create(&own, in);
        for (uint32_t i = 1; i <= 60; i++) {
            uint32_t s = pag_sources_add(in, PAG_STR("a"), PAG_STR("peso: 10\n"));
            pag_diag_add(all, PAG_E0002, (pag_pos){s, 1, i, 1}, 1, PAG_STR("a longer argument"));
        }
        pag_diagnostics_write(all, &own, (pag_diag_style){0}, &sink);
        sink.failed = false;
        pag_diagnostics_write(all, &own, (pag_diag_style){.format = PAG_DIAG_JSON}, &sink);
    }
    pag_trap_clear(&trap);
    pag_arena_drop(&own);
    return trap.status;
}

static void the_end_of_memory_is_told_and_nothing_leaks(void **state)
{
    (void)state;
    for (size_t n = 0;; n++) {
        failing memory = {.from = n};
        pag_allocator allocator = failing_allocator(&memory);
        pag_status status = scenario(&allocator);
        assert_int_equal(memory.live, 0);
        if (status == PAG_OK) break;
        assert_int_equal(status, PAG_NOMEM);
        assert_true(n < 100);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_diagnostic_shows_its_place_its_line_and_what_to_do),
        TEST(a_file_as_a_whole_has_no_line_and_nowhere_has_no_file),
        TEST(the_gutter_is_as_wide_as_the_longest_line_number),
        TEST(a_long_argument_is_shortened_and_control_characters_are_shown),
        TEST(later_lines_of_a_sentence_are_indented),
        TEST(many_of_one_file_are_counted_errors_first),
        TEST(warnings_never_hide_the_error_at_the_end),
        TEST(an_acknowledged_warning_is_written_only_when_asked_with_its_reason),
        TEST(colour_is_there_only_when_asked),
        TEST(json_is_one_object_a_line),
        TEST(what_reads_the_same_is_told_of_each_whom_it_is_about),
        TEST(a_diagnostic_says_whom_it_is_about),
        TEST(the_same_error_of_one_formula_is_told_once_for_all),
        TEST(the_form_of_gcc_is_one_line_each),
        TEST(the_end_of_memory_is_told_and_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
