/* The tree that explains one figure, as text and as JSON. */
#include "explain/tree.h"
#include "figures.h"

typedef void (*writer)(const pag_view *view, const pag_figure *figure, pag_sink *sink);

static const char *written_by(writer write, const pag_figure *figure)
{
    pag_text out = {.arena = &w.arena};
    pag_sink sink = CATCH(&out);
    write(&w.view, figure, &sink);
    return taken(&out);
}

static const char *tree(const pag_figure *figure)
{
    return written_by(pag_tree_write, figure);
}

static const char *json(const pag_figure *figure)
{
    return written_by(pag_tree_write_json, figure);
}

static void assert_has(const char *text, const char *piece)
{
    if (!strstr(text, piece)) fail_msg("not there: \"%s\" in\n%s", piece, text);
}

static void a_figure_is_explained_down_to_the_lines_it_comes_from(void **state)
{
    (void)state;
    assert_string_equal(
        tree(&w.inner_figures[1][PAY]),
        "fund.member.pay · Castel Rio · euro              anno 2025 · regole esempio/2025\n"
        "formula  rules/esempio/2025/fund.lua:26–29\n"
        "    26 │ function(m, f)\n"
        "    27 │   local rate = least(m.rate, f.ceiling)\n"
        "    28 │   return m.base * rate\n"
        "    29 │ end\n"
        "\n"
        "2.092,04 €  retribuzione di risultato · Castel Rio           rules/…/fund.lua:26\n"
        "├─ 8 %  percentuale                               rules/esempio/2025/fund.lua:24\n"
        "│  ├─ fascia 71–85, perché 84 ≥ 71 e ≤ 85; con 2 punti in più:        fund.lua:6\n"
        "│  │     10 % (da 86); con 14 punti in meno: 6 % (fino a 70)\n"
        "│  ├─ fonte: sistema di valutazione, tabella A\n"
        "│  └─ 84  punteggio                               rules/esempio/2025/fund.lua:23\n"
        "│     └─ 84  voti (somma)                             plans/esempio/2025.yaml:16\n"
        "│        ├─ 42  Cura del lavoro                       plans/esempio/2025.yaml:16\n"
        "│        └─ 42  Rispetto dei tempi                    plans/esempio/2025.yaml:16\n"
        "├─ 10 %  ceiling (fissato dalle regole)           rules/esempio/2025/fund.lua:11\n"
        "│  └─ fonte: contratto 2001, art. 42\n"
        "├─ il minore fra m.rate = 8 % e f.ceiling = 10 %: 8 %\n"
        "├─ 26.150,48 €  base della quota                  rules/esempio/2025/fund.lua:25\n"
        "│  ├─ 78.451,44 €  monte salari                        plans/esempio/2025.yaml:6\n"
        "│  └─ 1/3  quota                                      plans/esempio/2025.yaml:15\n"
        "└─ arrotondato al centesimo (la metà in su): 2.092,0384 → 2.092,04\n"
        "\n"
        "regole esempio/2025 (0123456789ab) · pagella 0.1.0\n");
}

static void a_limit_that_binds_is_named_with_what_it_held_back(void **state)
{
    (void)state;
    pag_step steps[4];
    const pag_figure *pay = &w.inner_figures[0][PAY];
    pag_number numbers[] = {num("15%", PAG_PERCENT), num("10%", PAG_PERCENT)};
    w.inner_figures[0][RATE].value = number_value(num("15%", PAG_PERCENT));
    memcpy(steps, pay->steps, sizeof steps);
    steps[2].numbers = numbers;
    steps[2].chosen = 1;
    steps[2].result = numbers[1];
    trace(&w.inner_figures[0][PAY], steps, 4);
    assert_has(tree(pay),
               "il minore fra m.rate = 15 % e f.ceiling = 10 %: 10 % (limite: f.ceiling\n"
               "│     10 %, sarebbe stato 15 %)\n");
}

static void a_total_over_a_list_holds_what_went_into_it(void **state)
{
    (void)state;
    const char *text = tree(&w.outer_figures[TOTAL_PAY]);
    assert_has(text, "└─ 6.276,12 €  somma di 3 voci: sum(f.member, \"pay\")\n"
                     "   ├─ 2.615,05 €  retribuzione di risultato · Borgo Alto ");
    assert_has(text, "\n   └─ 1.569,03 €  retribuzione di risultato · Pieve Nuova ");
}

static void what_was_explained_above_is_not_explained_again(void **state)
{
    (void)state;
    pag_figure *base = &w.inner_figures[0][BASE], *pay = &w.inner_figures[0][PAY];
    trace(base, (pag_step[]){reads(&w.inner_figures[0][RATE]), reads(&w.outer_figures[SALARY])}, 2);
    assert_has(tree(pay), "│  ├─ 10 %  percentuale (vedi sopra)  ");
    assert_has(json(pay), "\"again\":true");
}

static void the_highest_row_says_that_it_is(void **state)
{
    (void)state;
    const char *text = tree(&w.inner_figures[0][RATE]);
    assert_has(text, "fascia 86–100, perché 92 ≥ 86 e ≤ 100; con 7 punti in meno:");
    assert_has(text, "8 % (fino a 85); è la più alta\n");
}

static void edges_that_are_outside_are_told_as_such(void **state)
{
    (void)state;
    w.view.lang = PAG_EN;
    w.view.width = 160;
    w.rows[1].high.inside = false;
    w.rows[2].low.inside = false;
    w.rows[0].high.inside = false;
    assert_has(tree(&w.inner_figures[1][RATE]),
               "band from 71 to below 85, because 84 ≥ 71 and < 85; with over 2 points more: 10 %");
    assert_has(tree(&w.inner_figures[1][RATE]),
               "(above 86); with over 14 points less: 6 % (below 70)");
}

static void a_row_that_reaches_up_ends_where_the_next_begins(void **state)
{
    (void)state;
    w.view.lang = PAG_EN;
    w.view.width = 160;
    w.bands.gaps = PAG_GAPS_REACH_UP;
    assert_has(tree(&w.inner_figures[1][RATE]), "with over 13 points less: 6 % (below 71)");
}

static void a_default_is_said_to_be_one(void **state)
{
    (void)state;
    w.outer_figures[SALARY].defaulted = true;
    w.outer_figures[SALARY].pos = (pag_pos){0};
    w.outer_cells[SALARY].value_pos = at_rules(10);
    assert_has(tree(&w.inner_figures[0][BASE]),
               "├─ 78.451,44 €  monte salari (valore predefinito)");
    assert_has(tree(&w.inner_figures[0][BASE]), "rules/…/fund.lua:10\n");
}

static void the_motivation_of_a_mark_stands_beside_it(void **state)
{
    (void)state;
    w.marks[0][0].because = str("presente a ogni riunione");
    assert_has(tree(&w.inner_figures[0][TOTAL]),
               "50  Cura del lavoro — motivazione: presente a ogni");
}

static void json_holds_the_whole_trace(void **state)
{
    (void)state;
    const char *text = json(&w.inner_figures[1][PAY]);
    assert_has(text, "{\"schema\":\"pagella.explain/1\",\"engine\":\"0.1.0\",\"pack\":");
    assert_has(text,
               "\"rounding\":{\"step\":\"0.01\",\"mode\":\"half up\",\"before\":\"2092.0384\","
               "\"after\":\"2092.04\"}");
    assert_has(text, "{\"step\":\"looked\",\"table\":\"result_pay\"");
    assert_has(text,
               "\"above\":{\"edge\":\"86\",\"distance\":\"2\",\"inside\":true,\"gives\":\"10\"},"
               "\"below\":{\"edge\":\"70\",\"distance\":\"14\",\"inside\":true,\"gives\":\"6\"}}");
    assert_has(text,
               "{\"step\":\"chose\",\"word\":\"least\",\"position\":{\"file\":"
               "\"rules/esempio/2025/fund.lua\",\"line\":27,\"column\":18},\"candidates\":["
               "{\"text\":\"m.rate\",\"value\":\"8\"},{\"text\":\"f.ceiling\",\"value\":\"10\"}],"
               "\"chosen\":0,\"value\":\"8\"}");
    assert_has(text, "\"deeper\":[]}\n");
}

/* A chain of figures, each reading the next. */
static pag_figure *chain(size_t n)
{
    pag_figure *figures = PAG_NEW_ARRAY(&w.arena, pag_figure, n);
    for (size_t i = 0; i < n; i++) {
        figures[i] = w.outer_figures[TOTAL_PAY];
        figures[i].n_steps = 0;
        if (i + 1 < n) trace(&figures[i], (pag_step[]){reads(&figures[i + 1])}, 1);
    }
    return figures;
}

static size_t count_of(const char *text, const char *piece)
{
    size_t n = 0;
    for (; (text = strstr(text, piece)); text++) n++;
    return n;
}

static void a_chain_deeper_than_json_nests_is_all_there(void **state)
{
    (void)state;
    pag_figure *first = chain(80);
    assert_int_equal(count_of(json(first), "\"figure\":\"fund.pay\""), 80 + 2);
    assert_has(json(first), "\"deeper\":1");
    assert_int_equal(count_of(tree(first), "6.276,12 €"), 80);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_figure_is_explained_down_to_the_lines_it_comes_from),
        TEST(a_limit_that_binds_is_named_with_what_it_held_back),
        TEST(a_total_over_a_list_holds_what_went_into_it),
        TEST(what_was_explained_above_is_not_explained_again),
        TEST(the_highest_row_says_that_it_is),
        TEST(edges_that_are_outside_are_told_as_such),
        TEST(a_row_that_reaches_up_ends_where_the_next_begins),
        TEST(a_default_is_said_to_be_one),
        TEST(the_motivation_of_a_mark_stands_beside_it),
        TEST(json_holds_the_whole_trace),
        TEST(a_chain_deeper_than_json_nests_is_all_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
