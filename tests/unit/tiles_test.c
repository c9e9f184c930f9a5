/* Lists whose entries cover the period day by day: no hole, no overlap, nothing outside, in any
 * order of the file. The period of these evaluations is the year 2024. */
#include "packs.h"

#define STINTS                                                                                     \
    "return subject {\n"                                                                           \
    "  stint = list { tiles = \"period\",\n"                                                       \
    "    name = text {}, from = date {}, to = date {},\n"                                          \
    "    length = number { of = function(s) return days(s.from, s.to) end },\n"                    \
    "  },\n"                                                                                       \
    "}\n"

#define STINT(name, from, to) "  - {name: " name ", from: " from ", to: " to "}\n"

/* What is said of these entries of the list, English messages in a row. */
static const char *told_of(const char *entries)
{
    pag_text out = {.arena = &packs.arena};
    write_rules(STINTS);
    evaluate(packs_join("stint:\n", entries, ""));
    for (size_t i = 0; i < pag_diagnostics_count(packs.told); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(packs.told, i);
        if (i) pag_text_put(&out, PAG_STR("; "));
        pag_text_put(&out, pag_code_text(d->code));
        pag_text_byte(&out, ' ');
        pag_text_put(&out, pag_diag_sentence(&packs.arena, d, PAG_EN, MESSAGE));
    }
    pag_text_byte(&out, '\0');
    return out.at;
}

static void entries_that_cover_the_year_may_stand_in_any_order(void **state)
{
    (void)state;
    assert_string_equal(
        told_of(STINT("b", "2024-03-01", "2024-12-31") STINT("a", "2024-01-01", "2024-02-29")), "");
    assert_figure_for("length", "a", "60");
    assert_string_equal(told_of(STINT("a", "2024-01-01", "2024-12-31")), "");
}

static void days_that_nobody_has_are_named(void **state)
{
    (void)state;
    assert_string_equal(
        told_of(STINT("a", "2024-01-01", "2024-02-28") STINT("b", "2024-03-01", "2024-12-31")),
        "E0777 no entry of \"person.stint\" has the days from 2024-02-29 to "
        "2024-02-29");
    assert_string_equal(told_of(STINT("a", "2024-01-10", "2024-12-31")),
                        "E0777 no entry of \"person.stint\" has the days from 2024-01-01 to "
                        "2024-01-09");
    assert_string_equal(told_of(STINT("a", "2024-01-01", "2024-11-30")),
                        "E0777 no entry of \"person.stint\" has the days from 2024-12-01 to "
                        "2024-12-31");
}

static void days_that_two_have_are_named(void **state)
{
    (void)state;
    assert_string_equal(
        told_of(STINT("a", "2024-01-01", "2024-06-30") STINT("b", "2024-06-30", "2024-12-31")),
        "E0778 a and b both have the days from 2024-06-30 to 2024-06-30");
    assert_string_equal(
        told_of(STINT("a", "2024-01-01", "2024-12-31") STINT("b", "2024-03-01", "2024-04-30")),
        "E0778 a and b both have the days from 2024-03-01 to 2024-04-30");
    assert_string_equal(
        told_of(STINT("a", "2024-01-01", "2024-12-31") STINT("b", "2024-01-01", "2024-12-31")),
        "E0778 a and b both have the days from 2024-01-01 to 2024-12-31");
}

static void a_short_entry_within_a_long_one_hides_no_hole(void **state)
{
    (void)state;
    assert_string_equal(told_of(STINT("a", "2024-01-01", "2024-06-30")
                                    STINT("b", "2024-02-01", "2024-02-29")
                                        STINT("c", "2024-07-02", "2024-12-31")),
                        "E0778 a and b both have the days from 2024-02-01 to 2024-02-29; "
                        "E0777 no entry of \"person.stint\" has the days from 2024-07-01 to "
                        "2024-07-01");
}

static void days_outside_the_period_are_named(void **state)
{
    (void)state;
    assert_string_equal(told_of(STINT("a", "2023-12-01", "2024-12-31")),
                        "E0779 a: 2023-12-01 is outside the period, which goes from 2024-01-01 to "
                        "2024-12-31");
    assert_string_equal(told_of(STINT("a", "2024-01-01", "2025-01-01")),
                        "E0779 a: 2025-01-01 is outside the period, which goes from 2024-01-01 to "
                        "2024-12-31");
    assert_string_equal(
        told_of(STINT("a", "2024-01-01", "2024-12-31") STINT("b", "2025-02-01", "2025-02-28")),
        "E0779 b: 2025-02-01 is outside the period, which goes from 2024-01-01 to "
        "2024-12-31");
    assert_string_equal(
        told_of(STINT("a", "2023-11-01", "2023-11-30") STINT("b", "2024-01-01", "2024-12-31")),
        "E0779 a: 2023-11-01 is outside the period, which goes from 2024-01-01 to "
        "2024-12-31");
}

static void an_entry_that_ends_before_it_begins_is_told_alone(void **state)
{
    (void)state;
    assert_string_equal(told_of(STINT("a", "2024-12-31", "2024-01-01")),
                        "E0764 a: the last day, 2024-01-01, comes before the first, 2024-12-31");
}

static void the_calendar_ends_without_harm(void **state)
{
    (void)state;
    write_rules(STINTS);
    load();
    evaluate_document("rules: test/2024\nperiod: {from: 1900-01-01, to: 2999-12-31}\n"
                      "person: {stint: [{name: a, from: 1900-01-01, to: 2999-12-31}]}\n");
    assert_figure_for("from", "a", "1900-01-01");
    evaluate_document("rules: test/2024\nperiod: {from: 1900-01-01, to: 2999-12-31}\n"
                      "person: {stint: [{name: a, from: 1900-01-01, to: 2999-12-30},\n"
                      "  {name: b, from: 2999-12-31, to: 2999-12-31}]}\n");
    assert_figure_for("from", "a", "1900-01-01");
}

static void lists_within_lists_tile_the_period_each(void **state)
{
    (void)state;
    write_rules(
        "return subject { p = list { name = text {},\n"
        "  stint = list { tiles = \"period\", id_ = text {}, from = date {}, to = date {} } } }");
    evaluate("p:\n"
             "  - name: a\n"
             "    stint: [{id_: x, from: 2024-01-01, to: 2024-12-31}]\n"
             "  - name: b\n"
             "    stint: [{id_: x, from: 2024-01-01, to: 2024-12-30}]\n");
    assert_said("E0777 evaluation.yaml:8:46");
}

static void without_a_period_nothing_can_be_covered(void **state)
{
    (void)state;
    write_rules(STINTS);
    load();
    evaluate_document("rules: test/2024\n"
                      "person: {stint: [{name: a, from: 2024-01-01, to: 2024-12-31}]}\n");
    assert_said("E0776 evaluation.yaml:1:1");
}

static void such_a_list_has_given_dates_from_and_to(void **state)
{
    (void)state;
    assert_refused(
        "return subject { l = list { tiles = \"period\", name = text {}, from = date {},\n"
        "  to = date { optional = true } } }",
        "E0775 person.lua:1:37");
    assert_refused("return subject { l = list { tiles = \"period\", name = text {} } }",
                   "E0775 person.lua:1:37; E0775 person.lua:1:37");
    assert_refused("return subject { l = list { tiles = \"year\", name = text {} } }",
                   "E0774 person.lua:1:37");
    assert_refused("return subject { l = list { tiles = true, name = text {} } }",
                   "E0774 person.lua:1:37");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(entries_that_cover_the_year_may_stand_in_any_order),
        TEST(days_that_nobody_has_are_named),
        TEST(days_that_two_have_are_named),
        TEST(a_short_entry_within_a_long_one_hides_no_hole),
        TEST(days_outside_the_period_are_named),
        TEST(an_entry_that_ends_before_it_begins_is_told_alone),
        TEST(the_calendar_ends_without_harm),
        TEST(lists_within_lists_tile_the_period_each),
        TEST(without_a_period_nothing_can_be_covered),
        TEST(such_a_list_has_given_dates_from_and_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
