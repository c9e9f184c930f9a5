/* The pack of this repository with its example: every figure that the example is known to have,
 * both readings of the convention's limit, and the worked example with a share of 40 %. */
#include "packs.h"

/* Loads rules/ and plans/ of the repository, which is where the tests run. `swap`, when there is
 * one, is put in the place of `text` in the copy of secretary.lua. */
static void copy_file(const char *name, const char *text, const char *swap)
{
    pag_str bytes;
    assert_int_equal(pag_file_read(&packs.arena, pag_str_from(name), 1 << 20, &bytes),
                     PAG_FILE_READ);
    const char *whole = packs_text(bytes);
    const char *found = text ? strstr(whole, text) : NULL;
    if (text) {
        assert_non_null(found);
        const char *head = packs_text((pag_str){whole, (size_t)(found - whole)});
        whole = packs_join(head, swap, found + strlen(text));
    }
    write_file(name, whole);
}

static void load_casale(const char *text, const char *swap)
{
    copy_file("rules/casale-marittimo/2023/pack.lua", NULL, NULL);
    copy_file("rules/casale-marittimo/2023/secretary.lua", text, swap);
    copy_file("rules/lib/convention.lua", NULL, NULL);
    copy_file("rules/lib/periods.lua", NULL, NULL);
    copy_file("rules/national/secretary.lua", NULL, NULL);
    copy_file("plans/casale-marittimo/2024-2026/plan.yaml", NULL, NULL);
    (void)load_pack("casale-marittimo/2023");
    assert_said("");
    assert_non_null(packs.pack);
}

static void evaluate_example(void)
{
    pag_str bytes;
    const char *path = "plans/casale-marittimo/2024-2026/evaluation-2023.yaml";
    assert_int_equal(pag_file_read(&packs.arena, pag_str_from(path), 1 << 20, &bytes),
                     PAG_FILE_READ);
    (void)evaluate_document(packs_text(bytes));
    assert_said("W0213 evaluation.yaml:4:9");
    assert_int_equal(pag_diagnostics_warnings(packs.told), 0); /* acknowledged in the file */
    assert_int_equal(packs.status, PAG_OK);
}

static const char *const members[] = {"casale-marittimo", "comune-b", "comune-c"};

static void assert_column(const char *cell, const char *a, const char *b, const char *c)
{
    const char *expected[] = {a, b, c};
    for (size_t i = 0; i < 3; i++) {
        const char *name = packs_join("municipality.", cell, "");
        assert_string_equal(value_for(name, members[i]), expected[i]);
    }
}

static void the_example_has_its_figures(void **state)
{
    (void)state;
    load_casale(NULL, NULL);
    evaluate_example();
    assert_column("total", "86", "78", "62");
    assert_column("percent", "10", "8", "6");
    assert_column("base", "34542.545", "20231.427", "13079.618");
    assert_column("limit", "3454.2545", "2023.1427", "1307.9618");
    assert_column("due", "3454.2545", "1618.51416", "784.77708");
    assert_column("pay", "3454.25", "1618.51", "784.78");
    assert_string_equal(value_for("common", ""), "65398.09");
    assert_string_equal(value_for("secretary.pay", ""), "5857.54");
    assert_string_equal(value_for("secretary.limit", ""), "6785.35");
    assert_string_equal(value_for("limit_difference", ""), "-0.009");
}

static void by_the_other_reading_the_percentage_applies_to_the_whole_base(void **state)
{
    (void)state;
    load_casale("value = \"own share\"", "value = \"whole base\"");
    evaluate_example();
    assert_column("pay", "3454.25", "2010.90", "1307.96");
    assert_string_equal(value_for("secretary.pay", ""), "6773.11");
}

/* Share 40 %, base 70 000, no fees; the other member takes the rest. Both sheets get the same
 * marks: 30 + 30 or 45 + 45. */
static void evaluate_worked_example(bool score_60)
{
    const char *results =
        score_60
            ? "results: {assistenza: 6, coordinamento: 6, riunioni: 6, rogito: 6, altre: 6}\n"
            : "results: {assistenza: 10, coordinamento: 10, riunioni: 10, rogito: 8, altre: 8}\n";
    const char *behaviour = score_60 ? "      behaviour: {collaborazione: 6, problemi: 6, enti: 6, "
                                       "tempo: 6, semplificazione: 6}\n"
                                     : "      behaviour: {collaborazione: 8, problemi: 8, enti: 8, "
                                       "tempo: 10, semplificazione: 10}\n";
    const char *marks = packs_join("      ", results, behaviour);
    const char *first = packs_join("rules: casale-marittimo/2023\n"
                                   "period: {from: 2023-01-01, to: 2023-12-31}\n"
                                   "acknowledged: [{code: W0213, because: prova}]\n"
                                   "secretary:\n  salary: 70000\n  supplement: 0\n  municipality:\n"
                                   "    - name: Ente\n      share: 40%\n      fees: 0\n",
                                   marks, "    - name: Altro\n      share: 60%\n      fees: 0\n");
    (void)evaluate_document(packs_join(first, marks, ""));
    assert_said("W0213 evaluation.yaml:2:9"); /* acknowledged */
    assert_int_equal(packs.status, PAG_OK);
}

static void a_share_of_40_percent_with_score_60_gets_1680_or_2800(void **state)
{
    (void)state;
    load_casale(NULL, NULL);
    evaluate_worked_example(true);
    assert_string_equal(value_for("total", "ente"), "60");
    assert_string_equal(value_for("municipality.pay", "ente"), "1680.00");
    load_casale("value = \"own share\"", "value = \"whole base\"");
    evaluate_worked_example(true);
    assert_string_equal(value_for("municipality.pay", "ente"), "2800.00");
}

static void a_share_of_40_percent_with_score_90_gets_2800_by_both_readings(void **state)
{
    (void)state;
    load_casale(NULL, NULL);
    evaluate_worked_example(false);
    assert_string_equal(value_for("total", "ente"), "90");
    assert_string_equal(value_for("municipality.pay", "ente"), "2800.00");
    load_casale("value = \"own share\"", "value = \"whole base\"");
    evaluate_worked_example(false);
    assert_string_equal(value_for("municipality.pay", "ente"), "2800.00");
}

static void a_member_is_found_by_id_and_by_name(void **state)
{
    (void)state;
    load_casale(NULL, NULL);
    evaluate_example();
    assert_string_equal(value_for("municipality.pay", "Comune B"), "1618.51");
    assert_string_equal(value_for("municipality.pay", "comune-b"), "1618.51");
    assert_string_equal(value_for("fees", "Casale Marittimo"), "1843.50");
}

static void another_evaluation_in_between_leaves_no_trace(void **state)
{
    (void)state;
    load_casale(NULL, NULL);
    evaluate_example();
    const char *first = whole_result();
    evaluate_worked_example(true);
    evaluate_example();
    assert_string_equal(whole_result(), first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_example_has_its_figures),
        TEST(by_the_other_reading_the_percentage_applies_to_the_whole_base),
        TEST(a_share_of_40_percent_with_score_60_gets_1680_or_2800),
        TEST(a_share_of_40_percent_with_score_90_gets_2800_by_both_readings),
        TEST(a_member_is_found_by_id_and_by_name),
        TEST(another_evaluation_in_between_leaves_no_trace),
    };
    return cmocka_run_group_tests_name("casale", tests, NULL, NULL);
}
