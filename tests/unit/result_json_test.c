/* The result of an evaluation for machines: exact bytes. */
#include "explain/result_json.h"
#include "figures.h"

static const char *result(void)
{
    pag_text out = {.arena = &w.arena};
    pag_sink sink = CATCH(&out);
    pag_result_json_write(&w.view, &sink);
    return taken(&out);
}

static void assert_has(const char *text, const char *piece)
{
    if (!strstr(text, piece)) fail_msg("not there: %s in\n%s", piece, text);
}

static void the_head_says_what_the_figures_rest_on(void **state)
{
    (void)state;
    const char *head =
        "{\"schema\":\"pagella.result/1\",\"engine\":\"0.1.0\",\"pack\":{\"name\":\"esempio/2025\","
        "\"sha256\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"},"
        "\"file\":\"plans/esempio/2025.yaml\",\"period\":{\"from\":\"2025-01-01\",\"to\":"
        "\"2025-12-31\"},\"example\":false,\"draft\":false,\"acknowledged\":[],\"figures\":[{";
    assert_memory_equal(result(), head, strlen(head));
}

static void a_figure_names_its_entry_its_unit_and_where_it_comes_from(void **state)
{
    (void)state;
    assert_has(result(),
               "{\"figure\":\"fund.member.pay\",\"for\":[\"fund\",\"castel-rio\"],\"name\":"
               "\"Castel Rio\",\"title\":\"retribuzione di risultato\",\"value\":\"2092.04\","
               "\"unit\":\"EUR\",\"payable\":true,\"origin\":\"computed\"}");
    assert_has(result(),
               "\"title\":\"percentuale\",\"value\":\"8\",\"unit\":\"%\",\"payable\":false,"
               "\"origin\":\"looked up\"}");
    assert_has(result(), "\"value\":\"own share\",\"unit\":\"choice\",\"payable\":false,"
                         "\"origin\":\"fixed\"}");
}

static void a_value_that_does_not_terminate_is_a_fraction(void **state)
{
    (void)state;
    assert_has(result(), "\"title\":\"quota\",\"value\":\"100/3\",\"unit\":\"%\"");
}

static void each_mark_of_a_sheet_is_a_figure(void **state)
{
    (void)state;
    assert_has(result(), "{\"figure\":\"fund.member.marks.care\",\"for\":[\"fund\",\"borgo-alto\"],"
                         "\"name\":\"Borgo Alto\",\"title\":\"Cura del lavoro\",\"value\":\"50\","
                         "\"unit\":\"points\",\"payable\":false,\"origin\":\"given\"}");
}

static void a_default_is_no_given_value(void **state)
{
    (void)state;
    w.outer_figures[SALARY].defaulted = true;
    assert_has(result(), "\"value\":\"78451.44\",\"unit\":\"EUR\",\"payable\":false,\"origin\":"
                         "\"default\"}");
}

static void acknowledged_warnings_are_listed_once_each(void **state)
{
    (void)state;
    for (uint32_t line = 2; line < 4; line++) {
        pag_diag_add(w.evaluation.diags, PAG_W0213, at_data(line), 4, str("a"), str("b"), str("c"),
                     str("d"));
    }
    const pag_answer answer = {.code = str("W0213"), .because = str("la \"fonte\"")};
    (void)pag_diagnostics_acknowledge(w.evaluation.diags, &answer);
    assert_has(result(),
               "\"acknowledged\":[{\"code\":\"W0213\",\"because\":\"la \\\"fonte\\\"\"}],");
}

static void an_answer_says_which_warning_of_the_rules_it_is_for(void **state)
{
    (void)state;
    pag_diagnostic *d = pag_diag_add(w.evaluation.diags, PAG_W0321, at_data(2), 0);
    d->name = str("scale");
    d->entry = str("a.b");
    pag_answer answer = {.code = str("W0321"), .name = d->name, .because = str("x")};
    answer.entry = d->entry;
    (void)pag_diagnostics_acknowledge(w.evaluation.diags, &answer);
    assert_has(result(), "\"acknowledged\":[{\"code\":\"W0321\",\"name\":\"scale\",\"for\":\"a.b\","
                         "\"because\":\"x\"}],");
}

static void a_result_is_one_line(void **state)
{
    (void)state;
    const char *text = result();
    assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_head_says_what_the_figures_rest_on),
        TEST(a_figure_names_its_entry_its_unit_and_where_it_comes_from),
        TEST(a_value_that_does_not_terminate_is_a_fraction),
        TEST(each_mark_of_a_sheet_is_a_figure),
        TEST(a_default_is_no_given_value),
        TEST(acknowledged_warnings_are_listed_once_each),
        TEST(an_answer_says_which_warning_of_the_rules_it_is_for),
        TEST(a_result_is_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
