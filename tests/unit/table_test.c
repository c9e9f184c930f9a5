/* The table of results, as an administrator reads it. */
#include "explain/table.h"
#include "failing.h"
#include "figures.h"

static const char *table(void)
{
    pag_text out = {.arena = &w.arena};
    pag_sink sink = CATCH(&out);
    pag_table_write(&w.view, &sink);
    return taken(&out);
}

static void assert_has(const char *text, const char *piece)
{
    if (!strstr(text, piece)) fail_msg("not there: \"%s\" in\n%s", piece, text);
}

static void assert_has_not(const char *text, const char *piece)
{
    if (strstr(text, piece)) fail_msg("there: \"%s\" in\n%s", piece, text);
}

static void a_result_is_a_heading_a_grid_its_foot_and_the_next_command(void **state)
{
    (void)state;
    assert_string_equal(
        table(),
        "Fondo comune                                     anno 2025 · regole esempio/2025\n"
        "\n"
        "  Ente          Quota   Punteggio   Fascia      Importo\n"
        "  Borgo Alto      1/3          92     10 %   2.615,05 €\n"
        "  Castel Rio      1/3          84      8 %   2.092,04 €\n"
        "  Pieve Nuova     1/3          70      6 %   1.569,03 €\n"
        "  ─────────────────────────────────────────────────────\n"
        "  Totale        100 %                        6.276,12 €\n"
        "\n"
        "  Lettura della convenzione: own share\n"
        "\n"
        "regole esempio/2025 (0123456789ab) · pagella 0.1.0\n"
        "\n"
        "Perché una cifra?  pagella explain plans/esempio/2025.yaml pay --for \"Borgo Alto\"\n");
}

static void words_are_english_too_and_amounts_stay_italian(void **state)
{
    (void)state;
    w.view.lang = PAG_EN;
    assert_has(table(), "year 2025 · rules esempio/2025\n");
    assert_has(table(), "  Totale        100 %                        6.276,12 €\n");
    assert_has(table(), "Why this figure?  pagella explain");
}

static void an_invented_example_says_so_below_its_title(void **state)
{
    (void)state;
    w.evaluation.head.example = true;
    assert_has(table(), "esempio/2025\nESEMPIO INVENTATO: voti e importi non sono reali\n");
    w.view.lang = PAG_EN;
    assert_has(table(), "INVENTED EXAMPLE: marks and amounts are not real\n");
}

static void a_period_that_is_no_year_is_told_by_its_days(void **state)
{
    (void)state;
    assert_int_equal(pag_date_parse(str("2025-07-01"), &w.evaluation.head.from), PAG_NUMBER_OK);
    assert_has(table(), "dal 01/07/2025 al 31/12/2025 · regole esempio/2025\n");
}

static void a_narrow_terminal_breaks_texts_and_never_numbers(void **state)
{
    (void)state;
    w.view.width = 46;
    assert_has(table(), "  Ente    Quota  Punteggio  Fascia     Importo\n"
                        "  Borgo     1/3         92    10 %  2.615,05 €\n"
                        "  Alto\n");
    w.view.width = 10;
    assert_has(table(), "6.276,12 €\n");
}

static void without_declared_columns_the_names_and_what_is_reckoned_are_shown(void **state)
{
    (void)state;
    for (size_t i = 0; i < INNER_CELLS; i++) w.inner_cells[i].column = PAG_STR("");
    assert_has(
        table(),
        "                                                                 retribuzione di\n"
        "  member       punteggio  percentuale  base della quota                risultato\n"
        "  Borgo Alto          92         10 %       26.150,48 €               2.615,05 €\n");
}

static void figures_of_the_subject_that_are_in_no_foot_stand_below(void **state)
{
    (void)state;
    w.inner_cells[PAY].name = str("amount");
    assert_has(table(), "\n  Totale   6.276,12 €\n");
    assert_has(table(), "\n  Totale        100 %\n");
}

static void acknowledged_warnings_are_told_with_their_reason(void **state)
{
    (void)state;
    pag_diag_add(w.evaluation.diags, PAG_W0213, at_data(2), 4, str("a"), str("b"), str("c"),
                 str("d"));
    const pag_answer answer = {.code = str("W0213"), .because = str("la fonte dice 2025")};
    (void)pag_diagnostics_acknowledge(w.evaluation.diags, &answer);
    assert_has(table(), "\nAvvisi riconosciuti: 1\n  W0213  la fonte dice 2025\n");
    w.view.quiet = true;
    assert_has_not(table(), "Avvisi");
    assert_has_not(table(), "Perché");
}

static void the_next_command_can_be_pasted_into_a_shell(void **state)
{
    (void)state;
    w.members[0].name = str("Sant'Elmo");
    assert_has(table(), "--for \"Sant'Elmo\"\n");
    w.members[0].name = str("$(rm) `x` d'Arco");
    assert_has(table(), "--for '$(rm) `x` d'\\''Arco'\n");
    w.evaluation.path = str("piani 2025/a.yaml");
    assert_has(table(), "pagella explain \"piani 2025/a.yaml\" pay");
    w.evaluation.path = str("-x.yaml");
    assert_has(table(), "pagella explain ./-x.yaml pay");
}

static void names_that_two_entries_share_are_told_apart_by_id(void **state)
{
    (void)state;
    w.members[1].name = w.members[0].name;
    assert_has(table(), "--for borgo-alto\n");
}

static void control_characters_of_a_file_do_not_reach_the_terminal(void **state)
{
    (void)state;
    w.members[0].name = str("Borgo\x1b[2J");
    w.inner_figures[0][NAME].value.text = w.members[0].name;
    assert_has_not(table(), "\x1b");
    assert_has(table(), "Borgo\\u001b[2J");
    assert_has(table(), "--for borgo-alto\n");
}

static void colours_do_not_move_a_column(void **state)
{
    (void)state;
    w.view.color = true;
    assert_has(table(), "\x1b[1m  Totale        100 %                        6.276,12 €\x1b[0m\n");
}

static pag_status whole_table(const pag_allocator *allocator)
{
    pag_arena arena;
    pag_trap trap;
    pag_text out = {.arena = &arena};
    pag_sink sink = CATCH(&out);
    pag_arena_init(&arena, allocator, 0);
    w.view.scratch = &arena;
    pag_trap_set(&trap, &arena);
    if (setjmp(trap.jump) == 0) pag_table_write(&w.view, &sink);
    pag_trap_clear(&trap);
    pag_arena_drop(&arena);
    return trap.status;
}

static void running_out_of_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    failing_sweep(whole_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_result_is_a_heading_a_grid_its_foot_and_the_next_command),
        TEST(words_are_english_too_and_amounts_stay_italian),
        TEST(an_invented_example_says_so_below_its_title),
        TEST(a_period_that_is_no_year_is_told_by_its_days),
        TEST(a_narrow_terminal_breaks_texts_and_never_numbers),
        TEST(without_declared_columns_the_names_and_what_is_reckoned_are_shown),
        TEST(figures_of_the_subject_that_are_in_no_foot_stand_below),
        TEST(acknowledged_warnings_are_told_with_their_reason),
        TEST(the_next_command_can_be_pasted_into_a_shell),
        TEST(names_that_two_entries_share_are_told_apart_by_id),
        TEST(control_characters_of_a_file_do_not_reach_the_terminal),
        TEST(colours_do_not_move_a_column),
        TEST(running_out_of_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
