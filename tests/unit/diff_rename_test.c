/* What is only called otherwise: found, told once, and without effect on anything else. */
#include "diffs.h"

#define NAMED(table, share, pay, rows)                                                             \
    "local " table " = bands \"" table "\" { gaps = \"refuse\"," rows " }\n"                       \
    "return subject {\n"                                                                           \
    "  mode = choice { \"plain\", \"double\", value = \"plain\", title = \"Modo\" },\n"            \
    "  one = list {\n"                                                                             \
    "    name  = text {},\n"                                                                       \
    "    score = points { max = 100, step = 10, title = \"Punti\" },\n"                            \
    "    base  = money { title = \"Base\" },\n"                                                    \
    "    " share " = percent { title = \"Parte\", bands = " table ", by = \"score\" },\n"          \
    "    pay   = money { payable = true, round = \"cent\", increasing = { \"base\" },\n"           \
    "      title = \"Premio\", of = function(o) return o.base * o." share " end },\n"              \
    "  },\n"                                                                                       \
    "  " pay " = money { payable = true, round = \"cent\", title = \"Totale\",\n"                  \
    "    of = function(s) return sum(s.one, \"pay\") end },\n"                                     \
    "  must { \"troppo: {" pay "}\", of = function(s) return s." pay " <= 1000000 end },\n"        \
    "}\n"
#define MORE "{ from = 0, to = 50, give = \"0%\" }, { from = 51, to = 100, give = \"12%\" },"

static void assert_renamed(const pag_diff *diff, size_t i, const char *name, const char *to)
{
    assert_edit(diff, i, name, PAG_DIFF_RENAMED);
    assert_string_equal(packs_text(diff->edits[i].renamed), to);
}

static void a_table_that_is_called_otherwise_is_one_edit(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(NAMED("fasce", "share", "pay", ROWS), NAMED("gradini", "share", "pay", ROWS));
    assert_int_equal(diff->n_edits, 1);
    assert_renamed(diff, 0, "fasce", "gradini");
    assert_true(diff->edits[0].whole);
    assert_false(diff->edits[0].given);
    done_with(diff);
}

static void cells_that_are_called_otherwise_are_found_wherever_they_are_named(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(NAMED("fasce", "share", "pay", ROWS), NAMED("fasce", "parte", "totale", MORE));
    assert_int_equal(diff->n_edits, 3);
    assert_renamed(diff, 0, "person.pay", "totale");
    assert_renamed(diff, 1, "person.one.share", "parte");
    assert_edit(diff, 2, "fasce, from = 51, to = 100: give", PAG_DIFF_RANGES);
    assert_int_equal(cost(diff, TWO), PAG_OK);
    assert_int_equal(diff->n_totals, 2);
    assert_string_equal(packs_text(diff->totals[1].path), "person.pay");
    assert_string_equal(money(diff->difference), "20.00");
    assert_int_equal(diff->n_charges, 1);
    assert_int_equal(diff->charges[0].edits[0], 2);
    assert_string_equal(packs_text(pag_renamed_path(diff->work, PAG_STR("person.pay"))),
                        "person.totale");
    done_with(diff);
}

static void what_is_called_otherwise_and_changed_is_told_apart(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(NAMED("fasce", "share", "pay", ROWS), NAMED("gradini", "share", "pay", MORE));
    assert_int_equal(diff->n_edits, 2);
    assert_renamed(diff, 0, "fasce", "gradini");
    assert_false(diff->edits[0].whole);
    assert_edit(diff, 1, "fasce, from = 51, to = 100: give", PAG_DIFF_RANGES);
    done_with(diff);
}

#define GIVEN(name)                                                                                \
    "return subject { " name " = money { title = \"Base\" },\n"                                    \
    "  pay = money { payable = true, round = \"cent\",\n"                                          \
    "    of = function(s) return s." name " / 2 end } }\n"

/* The evaluation names it as it was, and still tells what the second pack pays. */
static void what_evaluations_name_is_told_as_such(void **state)
{
    (void)state;
    pag_diff *diff = compared(GIVEN("base"), GIVEN("stipendio"));
    assert_int_equal(diff->n_edits, 1);
    assert_renamed(diff, 0, "person.base", "stipendio");
    assert_true(diff->edits[0].given);
    assert_int_equal(cost(diff, "base: 10.00"), PAG_OK);
    assert_string_equal(money(diff->amounts[1]), "5.00");
    done_with(diff);
}

/* "plain" is a word of a choice too. */
static void a_name_that_is_something_else_too_is_not_taken_back(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(NAMED("fasce", "share", "pay", ROWS), NAMED("fasce", "plain", "pay", ROWS));
    assert_true(diff->n_edits > 1);
    for (size_t i = 0; i < diff->n_edits; i++) {
        assert_int_not_equal(diff->edits[i].effect, PAG_DIFF_RENAMED);
    }
    done_with(diff);
}

static void names_that_change_places_are_not_taken_back(void **state)
{
    (void)state;
    pag_diff *diff = compared(
        "return subject { a = money { title = \"Prima\" }, b = money { title = \"Seconda\" },\n"
        "  c = money { of = function(s) return s.a - s.b end, title = \"C\" } }\n",
        "return subject { b = money { title = \"Prima\" }, a = money { title = \"Seconda\" },\n"
        "  c = money { of = function(s) return s.b - s.a end, title = \"C\" } }\n");
    for (size_t i = 0; i < diff->n_edits; i++) {
        assert_int_not_equal(diff->edits[i].effect, PAG_DIFF_RENAMED);
    }
    done_with(diff);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_table_that_is_called_otherwise_is_one_edit),
        TEST(cells_that_are_called_otherwise_are_found_wherever_they_are_named),
        TEST(what_is_called_otherwise_and_changed_is_told_apart),
        TEST(what_evaluations_name_is_told_as_such),
        TEST(a_name_that_is_something_else_too_is_not_taken_back),
        TEST(names_that_change_places_are_not_taken_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
