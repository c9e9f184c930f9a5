/* Edits that cannot be made alone, and what they need. */
#include "diffs.h"

#define RULES(a, b, c, d, must)                                                                    \
    "return subject { base = money { title = \"Base\" },\n"                                        \
    "  a = money { value = " a ", title = \"A\" },\n"                                              \
    "  b = money { value = " b ", title = \"B\" },\n"                                              \
    "  c = money { value = " c ", title = \"C\" },\n"                                              \
    "  d = money { value = " d ", title = \"D\" },\n"                                              \
    "  pay = money { payable = true, round = \"cent\",\n"                                          \
    "    of = function(s) return s.base + s.a + s.b + s.c + s.d end },\n"                          \
    "  must { \"non va\", of = function(s) return " must " end } }\n"

/* "b +15; a with b +20": the charges, what each needs, and what others go only together with it. */
static const char *charges(const char *before, const char *after)
{
    pag_text out = {.arena = &packs.arena};
    pag_diff *diff = compared(before, after);
    assert_int_equal(cost(diff, "base: 1000.00"), PAG_OK);
    assert_adds_up(diff);
    for (size_t i = 0; i < diff->n_charges; i++) {
        const pag_diff_charge *charge = &diff->charges[i];
        assert_int_equal(charge->n, 1);
        const pag_edit *edit = &diff->edits[charge->edits[0]];
        if (out.len) pag_text_put(&out, PAG_STR("; "));
        for (size_t k = 0; k < diff->n_edits; k++) {
            if (diff->edits[k].with != charge->edits[0]) continue;
            pag_text_byte(&out, diff->edits[k].name.at[7]);
        }
        for (size_t k = 0; k < edit->n_needs; k++) {
            pag_text_put(&out, k ? PAG_STR(", ") : PAG_STR(" with "));
            pag_text_byte(&out, diff->edits[edit->needs[k]].name.at[7]);
        }
        pag_text_byte(&out, ' ');
        pag_text_put(&out, pag_number_plain(&packs.arena, charge->amount));
    }
    done_with(diff);
    return packs_text(pag_text_str(&out));
}

static void what_has_nothing_to_do_with_them_is_charged_alone(void **state)
{
    (void)state;
    assert_string_equal(charges(RULES("10", "10", "10", "10", "s.a <= s.b"),
                                RULES("30", "31", "12", "13", "s.a <= s.b")),
                        "b 21.00; c 2.00; d 3.00; a with b 20.00");
}

static void edits_that_need_one_another_go_only_together(void **state)
{
    (void)state;
    assert_string_equal(charges(RULES("10", "10", "10", "10", "s.b <= s.d and s.d <= s.b"),
                                RULES("11", "20", "13", "20", "s.b <= s.d and s.d <= s.b")),
                        "a 1.00; c 3.00; bd 20.00");
    assert_string_equal(
        charges(RULES("10", "10", "10", "10", "s.a <= s.b and s.b <= s.d and s.d <= s.a"),
                RULES("20", "20", "13", "20", "s.a <= s.b and s.b <= s.d and s.d <= s.a")),
        "c 3.00; abd 30.00");
}

static void an_edit_may_need_two_others(void **state)
{
    (void)state;
    assert_string_equal(charges(RULES("10", "5", "5", "1", "s.a <= s.b + s.c"),
                                RULES("30", "15", "16", "3", "s.a <= s.b + s.c")),
                        "b 10.00; c 11.00; d 2.00; a with b, c 20.00");
}

/* A chain: a is at most b, and b at most c. */
static void an_edit_may_need_one_that_needs_another(void **state)
{
    (void)state;
    assert_string_equal(charges(RULES("10", "10", "10", "1", "s.a <= s.b and s.b <= s.c"),
                                RULES("20", "30", "40", "3", "s.a <= s.b and s.b <= s.c")),
                        "c 30.00; d 2.00; b with c 20.00; a with b, c 10.00");
}

static const char *many(const char *value, size_t n)
{
    pag_text out = {.arena = &packs.arena};
    pag_text_put(&out, PAG_STR("return subject { base = money { title = \"Base\" },\n"));
    for (size_t i = 0; i < n; i++) {
        pag_text_put(&out, PAG_STR("  c"));
        pag_text_whole(&out, (int64_t)i);
        pag_text_put(&out, PAG_STR(" = money { value = "));
        pag_text_put(&out, pag_str_from(value));
        pag_text_put(&out, PAG_STR(" },\n"));
    }
    pag_text_put(&out, PAG_STR("  pay = money { payable = true, round = \"cent\",\n"
                               "    of = function(s) return s.base + s.c0 + s.c1 end } }\n"));
    return packs_text(pag_text_str(&out));
}

/* All must be as much, so each needs all others: to find that takes more than is tried. */
static void where_looking_ended_early_that_is_told(void **state)
{
    (void)state;
    enum { N = 40 };
    const char *texts[2];
    for (int side = 0; side < 2; side++) {
        pag_text out = {.arena = &packs.arena};
        pag_text_put(&out, PAG_STR("return subject { base = money { title = \"Base\" },\n"));
        for (int i = 0; i < N; i++) {
            pag_text_put(&out, PAG_STR("  c"));
            pag_text_whole(&out, i);
            pag_text_put(&out, side ? PAG_STR(" = money { value = 2 },\n")
                                    : PAG_STR(" = money { value = 1 },\n"));
        }
        pag_text_put(&out, PAG_STR("  pay = money { payable = true, round = \"cent\",\n"
                                   "    of = function(s) return s.base + s.c0 end },\n"
                                   "  must { \"non va\", of = function(s) return true"));
        for (int i = 0; i < N; i++) {
            pag_text_put(&out, PAG_STR(" and s.c"));
            pag_text_whole(&out, i);
            pag_text_put(&out, PAG_STR(" <= s.c"));
            pag_text_whole(&out, (i + 1) % N);
        }
        pag_text_put(&out, PAG_STR(" end } }\n"));
        texts[side] = packs_text(pag_text_str(&out));
    }
    pag_diff *diff = compared(texts[0], texts[1]);
    assert_int_equal(cost(diff, "base: 1000.00"), PAG_OK);
    assert_int_equal(diff->n_edits, N);
    assert_int_equal(diff->n_charges, 1);
    assert_non_null(strstr(shown(diff, (pag_diff_style){.width = 5000}),
                           " 40  (together: too many to try whether fewer would do)  +1,00"));
    assert_adds_up(diff);
    done_with(diff);
}

static void very_many_are_not_taken_apart_and_that_is_told(void **state)
{
    (void)state;
    pag_diff *diff = compared(many("1", 302), many("3", 302));
    assert_int_equal(cost(diff, "base: 1000.00"), PAG_OK);
    assert_int_equal(diff->n_charges, 1);
    assert_true(diff->edits[0].loose);
    assert_non_null(strstr(shown(diff, (pag_diff_style){.width = 5000}),
                           " 302  (together: too many to try whether fewer would do)  +4,00"));
    assert_adds_up(diff);
    done_with(diff);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_has_nothing_to_do_with_them_is_charged_alone),
        TEST(edits_that_need_one_another_go_only_together),
        TEST(an_edit_may_need_two_others),
        TEST(an_edit_may_need_one_that_needs_another),
        TEST(where_looking_ended_early_that_is_told),
        TEST(very_many_are_not_taken_apart_and_that_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
