/* The command line, as it is read. */
#include "cli/options.h"
#include "diags.h"

static pag_options read;

/* Reads the words up to NULL. */
static bool understood(const char *first, ...)
{
    const char *words[16];
    size_t n = 0;
    va_list list;
    va_start(list, first);
    for (const char *word = first; word; word = va_arg(list, const char *)) words[n++] = word;
    va_end(list);
    diags = pag_diagnostics_create(&arena, sources);
    read.lang = PAG_EN;
    return pag_options_read(&arena, diags, n, words, &read);
}

static const char *said(void)
{
    return written((pag_diag_style){.lang = PAG_EN});
}

static void assert_str(pag_str text, const char *expected)
{
    assert_string_equal(pag_arena_copy(&arena, text).at, expected);
}

static void options_may_stand_anywhere(void **state)
{
    (void)state;
    assert_true(
        understood("--json", "explain", "--lang", "it", "a.yaml", "--for=Castel Rio", "pay", NULL));
    assert_int_equal(read.command, PAG_COMMAND_EXPLAIN);
    assert_true(pag_option_said(&read, PAG_OPTION_JSON));
    assert_false(pag_option_said(&read, PAG_OPTION_QUIET));
    assert_int_equal(read.lang, PAG_IT);
    assert_str(read.entry, "Castel Rio");
    assert_int_equal(read.n_operands, 2);
    assert_str(read.operands[0], "a.yaml");
    assert_str(read.operands[1], "pay");
}

static void every_word_has_an_italian_one(void **state)
{
    (void)state;
    assert_true(
        understood("spiega", "a.yaml", "pay", "--per", "Castel Rio", "--colore=sempre", NULL));
    assert_int_equal(read.command, PAG_COMMAND_EXPLAIN);
    assert_int_equal(read.color, PAG_ALWAYS);
    for (size_t i = 0; i < PAG_COMMANDS; i++) {
        const pag_command_words *c = pag_command_of((pag_command)i);
        assert_int_equal(pag_command_find(c->word), i);
        assert_int_equal(pag_command_find(c->alias), i);
    }
}

static void a_percentage_may_be_left_out(void **state)
{
    (void)state;
    assert_true(understood("test", "--coverage", "example/2025", NULL));
    assert_true(pag_option_said(&read, PAG_OPTION_COVERAGE));
    assert_int_equal(read.coverage, 0);
    assert_int_equal(read.n_operands, 1);
    assert_true(understood("prova", "--copertura", "90", "example/2025", NULL));
    assert_int_equal(read.coverage, 90);
    assert_int_equal(read.n_operands, 1);
    assert_true(understood("test", "--coverage=100", NULL));
    assert_int_equal(read.coverage, 100);
    assert_false(understood("test", "--coverage=101", NULL));
}

static void everything_after_two_dashes_is_an_operand(void **state)
{
    (void)state;
    assert_true(understood("eval", "--", "--json", "-", NULL));
    assert_false(pag_option_said(&read, PAG_OPTION_JSON));
    assert_int_equal(read.n_operands, 2);
    assert_str(read.operands[0], "--json");
}

static void a_dash_alone_is_the_standard_input(void **state)
{
    (void)state;
    assert_true(understood("eval", "-", NULL));
    assert_str(read.operands[0], "-");
}

static void a_misspelt_word_gets_the_nearest_one(void **state)
{
    (void)state;
    assert_false(understood("evla", "a.yaml", NULL));
    assert_string_equal(said(), "error[E0601]: there is no command \"evla\"\n"
                                "   = help: did you mean \"eval\"?\n");
    assert_false(understood("controla", NULL));
    assert_string_equal(said(), "error[E0601]: there is no command \"controla\"\n"
                                "   = help: did you mean \"controlla\"?\n");
    assert_false(understood("eval", "a.yaml", "--jsom", NULL));
    assert_string_equal(said(), "error[E0603]: there is no option --jsom\n"
                                "   = help: did you mean --json?\n");
}

/* "before first, second, …" and a full line. */
static const char *sentence(const char *before, size_t n, pag_str (*word)(size_t))
{
    pag_text out = {.arena = &arena};
    pag_text_put(&out, pag_str_from(before));
    for (size_t i = 0; i < n; i++) {
        if (i) pag_text_put(&out, PAG_STR(", "));
        pag_text_put(&out, word(i));
    }
    pag_text_byte(&out, '\n');
    return pag_arena_copy(&arena, pag_text_str(&out)).at;
}

static pag_str command_word(size_t i)
{
    return pag_command_of((pag_command)i)->word;
}

static void a_word_that_is_near_nothing_gets_the_list(void **state)
{
    (void)state;
    assert_false(understood("transmogrify", NULL));
    assert_string_equal(said(), sentence("error[E0602]: there is no command \"transmogrify\"\n"
                                         "   = help: the commands are: ",
                                         PAG_COMMANDS, command_word));
    assert_false(understood("eval", "a", "-x", NULL));
    assert_string_equal(said(), "error[E0604]: there is no option -x\n"
                                "   = help: the options are: --rules, --draft, --json, --lang, "
                                "--color, --quiet, --watch, --marks, --help, --version\n");
    assert_false(understood("-x", NULL));
    assert_string_equal(said(), "error[E0604]: there is no option -x\n"
                                "   = help: the options are: --json, --lang, --color, --help, "
                                "--version\n");
}

static void a_value_must_be_there_and_be_one_that_is_known(void **state)
{
    (void)state;
    assert_false(understood("eval", "a", "--lang", NULL));
    assert_string_equal(said(), "error[E0605]: a value is missing after --lang\n"
                                "   = help: write  --lang it|en\n");
    assert_false(understood("eval", "a", "--rules=", NULL));
    assert_string_equal(said(), "error[E0605]: a value is missing after --rules\n"
                                "   = help: write  --rules PACK\n");
    assert_false(understood("eval", "a", "--lang", "fr", NULL));
    assert_string_equal(said(), "error[E0607]: \"fr\" cannot stand after --lang\n"
                                "   = help: write one of these: it, en\n");
    assert_false(understood("eval", "a", "--json=yes", NULL));
    assert_string_equal(said(),
                        "error[E0606]: --json takes no value\n   = help: write only  --json\n");
}

static void the_number_of_operands_is_judged(void **state)
{
    (void)state;
    assert_false(understood("explain", "a.yaml", NULL));
    assert_string_equal(said(), "error[E0608]: something is missing after \"a.yaml\"\n"
                                "   = help: write  pagella explain FILE FIGURE\n");
    assert_false(understood("explain", "a.yaml", "pay", "Rio", NULL));
    assert_string_equal(said(), "error[E0609]: \"Rio\" is too much here\n"
                                "   = note: a name of several words stands in quotes\n"
                                "   = help: write  pagella explain FILE FIGURE\n");
    assert_true(understood("explain", "--help", NULL));
}

static void an_option_of_another_command_is_refused(void **state)
{
    (void)state;
    assert_false(understood("eval", "a.yaml", "--for", "x", NULL));
    assert_string_equal(said(), "error[E0619]: \"eval\" knows no option --for\n"
                                "   = help: pagella help eval  tells its options\n");
}

static void no_command_at_all_is_no_error_yet(void **state)
{
    (void)state;
    assert_true(understood("--version", NULL));
    assert_int_equal(read.command, PAG_COMMANDS);
    assert_true(pag_option_said(&read, PAG_OPTION_VERSION));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(options_may_stand_anywhere),
        TEST(every_word_has_an_italian_one),
        TEST(a_percentage_may_be_left_out),
        TEST(everything_after_two_dashes_is_an_operand),
        TEST(a_dash_alone_is_the_standard_input),
        TEST(a_misspelt_word_gets_the_nearest_one),
        TEST(a_word_that_is_near_nothing_gets_the_list),
        TEST(a_value_must_be_there_and_be_one_that_is_known),
        TEST(the_number_of_operands_is_judged),
        TEST(an_option_of_another_command_is_refused),
        TEST(no_command_at_all_is_no_error_yet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
