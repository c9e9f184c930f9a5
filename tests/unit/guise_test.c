/* Files that are something else than the evaluation they are given as. */
#include "check/guise.h"
#include "failing.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static pag_arena arena;

static pag_guise guise_of(const char *text)
{
    const pag_node *root = NULL;
    pag_diagnostics *diags = pag_diagnostics_create(&arena, pag_sources_create(&arena));
    pag_str bytes = pag_str_from(text);
    uint32_t source = pag_sources_add(pag_diagnostics_sources(diags), PAG_STR("a"), bytes);
    if (pag_yaml_read(&arena, diags, source, &root) != PAG_OK) root = NULL;
    return pag_guise_of(bytes, root);
}

static void a_name_says_what_a_file_is(void **state)
{
    (void)state;
    assert_int_equal(pag_guise_by_name(PAG_STR("a/b.lua"), PAG_STR("")), PAG_GUISE_RULES);
    assert_int_equal(pag_guise_by_name(PAG_STR("a/VOTI.CSV"), PAG_STR("")), PAG_GUISE_TABLE);
    assert_int_equal(pag_guise_by_name(PAG_STR("voti.csv"), PAG_STR("PK\3\4")), PAG_GUISE_ANY);
    assert_int_equal(pag_guise_by_name(PAG_STR("a/e.yaml"), PAG_STR("a;b\n")), PAG_GUISE_ANY);
}

static void so_does_what_stands_in_it(void **state)
{
    (void)state;
    pag_arena_init(&arena, pag_heap(), 0);
    assert_int_equal(guise_of("plan: a/2024\norganization: A\n"), PAG_GUISE_PLAN);
    assert_int_equal(guise_of("plan: a/2024\ntitle: A\n"), PAG_GUISE_PLAN);
    assert_int_equal(guise_of("plan: a/2024\nrules: a/2024\ntitle: A\n"), PAG_GUISE_ANY);
    assert_int_equal(guise_of("plan: a/2024\nstaff: {a: 1}\n"), PAG_GUISE_ANY);
    assert_int_equal(guise_of("- test: una\n"), PAG_GUISE_TESTS);
    assert_int_equal(guise_of("- prova: una\n"), PAG_GUISE_ANY);
    assert_int_equal(guise_of("elenco: a.b;numeri: italiani\nname;x\n"), PAG_GUISE_TABLE);
    assert_int_equal(guise_of("name\tx\nA\t3\n"), PAG_GUISE_TABLE);
    assert_int_equal(guise_of("Gentile A,\nle scrivo,\n"), PAG_GUISE_ANY);
    assert_int_equal(guise_of("Rossi, Mario\nBianchi\n"), PAG_GUISE_ANY);
    assert_int_equal(guise_of("# a, b\n# c, d\nrules: \"a\n"), PAG_GUISE_ANY);
    assert_int_equal(guise_of("period: {from: a, to\nstaff: {a, b\n"), PAG_GUISE_ANY);
    assert_int_equal(guise_of(""), PAG_GUISE_ANY);
    pag_arena_drop(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_says_what_a_file_is),
        cmocka_unit_test(so_does_what_stands_in_it),
    };
    return cmocka_run_group_tests_name("guise", tests, NULL, NULL);
}
