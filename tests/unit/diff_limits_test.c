/* Other limits and another rounding: where they make no difference that is told, and where it is
 * not known that is told too. */
#include "diffs.h"

#define GIVEN(cell)                                                                                \
    "return subject { a = " cell ",\n"                                                             \
    "  pay = money { payable = true, round = \"cent\",\n"                                          \
    "    of = function(s) return money(s.a) * 3 end } }\n"
#define PAID(attributes)                                                                           \
    "return subject { a = money { title = \"A\", max = 50 }, b = money { title = \"B\", max = 50 " \
    "},\n"                                                                                         \
    "  pay = money { payable = true, " attributes " of = function(s) return s.a + s.b end } }\n"
#define PART(attributes)                                                                           \
    "return subject { a = money { title = \"A\", max = 50 },\n"                                    \
    "  pay = money { payable = true, " attributes " of = function(s) return s.a / 3 end } }\n"

typedef struct pair {
    const char *before, *after;
} pair;

static void assert_all(const pair *pairs, size_t n, pag_diff_effect effect)
{
    for (size_t i = 0; i < n; i++) {
        for (int turned = 0; turned < 2; turned++) {
            pag_diff *diff = compared(turned ? pairs[i].after : pairs[i].before,
                                      turned ? pairs[i].before : pairs[i].after);
            assert_int_equal(diff->n_edits, 1);
            if (diff->edits[0].effect != effect) {
                fail_msg("%zu: %s → %s", i, pairs[i].before, pairs[i].after);
            }
            done_with(diff);
        }
    }
}

static void limits_that_allow_the_same_data_have_no_effect(void **state)
{
    (void)state;
    static const pair pairs[] = {
        {GIVEN("whole { min = 0, max = 90, step = 1 }"), GIVEN("whole { min = 0, max = 90 }")},
        {GIVEN("money { max = 90, step = \"0.01\" }"), GIVEN("money { max = 90 }")},
        {GIVEN("money { min = 0, max = 90 }"), GIVEN("money { max = 90 }")},
        {GIVEN("points { max = 90, step = 10 }"), GIVEN("points { max = 95, step = 10 }")},
        {GIVEN("number { min = -20, max = 9, step = 5 }"),
         GIVEN("number { min = -24, max = 9, step = 5 }")},
    };
    assert_all(pairs, sizeof pairs / sizeof *pairs, PAG_DIFF_NONE);
}

static void limits_that_allow_other_data_may_have_one(void **state)
{
    (void)state;
    static const pair pairs[] = {
        {GIVEN("whole { min = 0, max = 90, step = 2 }"), GIVEN("whole { min = 0, max = 90 }")},
        {GIVEN("points { max = 90, step = 1 }"), GIVEN("points { max = 90 }")},
        {GIVEN("money { max = 90, step = \"0.015\" }"), GIVEN("money { max = 90 }")},
        {GIVEN("number { max = 90 }"), GIVEN("number { min = 0, max = 90 }")},
        {GIVEN("points { max = 90, step = 10 }"), GIVEN("points { max = 100, step = 10 }")},
        {GIVEN("number { min = -20, max = 9, step = 5 }"),
         GIVEN("number { min = -26, max = 9, step = 5 }")},
    };
    assert_all(pairs, sizeof pairs / sizeof *pairs, PAG_DIFF_OPEN);
}

static void what_is_in_whole_steps_is_rounded_alike(void **state)
{
    (void)state;
    static const pair pairs[] = {
        {PAID("round = \"cent\","), PAID("round = { step = \"0.01\", mode = \"down\" },")},
        {PAID("round = \"cent\", max = 100,"), PAID("round = \"cent\",")},
        {PAID("round = \"cent\", min = 0,"), PAID("round = \"cent\",")},
        {PAID("round = \"cent\", step = \"0.01\","), PAID("round = \"cent\",")},
        {PART("round = \"cent\", max = \"16.67\","), PART("round = \"cent\",")},
    };
    assert_all(pairs, sizeof pairs / sizeof *pairs, PAG_DIFF_NONE);
}

static void what_is_not_may_be_rounded_otherwise(void **state)
{
    (void)state;
    static const pair pairs[] = {
        {PART("round = \"cent\","), PART("round = { step = \"0.01\", mode = \"down\" },")},
        {PAID("round = \"cent\","), PAID("round = { step = 1, mode = \"half up\" },")},
        {PAID("round = \"cent\", max = \"99.99\","), PAID("round = \"cent\",")},
        {PAID("round = \"cent\", min = \"0.01\","), PAID("round = \"cent\",")},
        {PAID("round = \"cent\", step = \"0.02\","), PAID("round = \"cent\",")},
        {PART("round = \"cent\", max = \"16.66\","), PART("round = \"cent\",")},
    };
    assert_all(pairs, sizeof pairs / sizeof *pairs, PAG_DIFF_OPEN);
}

#define BESIDE(cell)                                                                               \
    "return subject { a = money { title = \"A\" }, n = number {}, o = number { optional = true "   \
    "},\n"                                                                                         \
    "  l = list { name = text {}, x = number {} },\n" cell                                         \
    "  pay = money { payable = true, round = \"cent\", of = function(s) return s.a end } }\n"

/* It may stop evaluations that its like never saw. */
static void a_working_cell_that_may_stop_is_not_idle(void **state)
{
    (void)state;
    static const pair stops[] = {
        {BESIDE(""), BESIDE("w = number { of = function(s) return 1 / s.n end },\n")},
        {BESIDE("w = number { of = function(s) return 1 / s.n end },\n"), BESIDE("")},
        {BESIDE(""), BESIDE("w = money { max = 5, of = function(s) return s.a end },\n")},
        {BESIDE(""), BESIDE("w = money { step = 5, of = function(s) return s.a end },\n")},
        {BESIDE(""), BESIDE("w = number { of = function(s) return s.o + 1 end },\n")},
        {BESIDE(""), BESIDE("w = whole { of = function(s) return s.n end },\n")},
        {BESIDE(""), BESIDE("w = number { of = function(s) return mean(s.l, \"x\") end },\n")},
        {BESIDE(""), BESIDE("w = number { unless = { { function(s) return 1 / s.n > 2 end, \"z\" } "
                            "}, of = function(s) return 1 end },\n")},
        {BESIDE(""),
         BESIDE("w = number { of = function(s) local x = 0 for i = 1, #s.l do x = x + 1 "
                "end return x end },\n")},
    };
    static const pair harmless[] = {
        {BESIDE(""), BESIDE("w = number { value = 1 },\n")},
        {BESIDE(""), BESIDE("w = number { of = function(s) if s.o == nil then return 0 end "
                            "return s.o * s.n end },\n")},
        {BESIDE("w = number { of = function(s) return sum(s.l, \"x\") end },\n"), BESIDE("")},
        {BESIDE(""), BESIDE("w = text { of = function(s) if s.n > 2 then return \"big\" end "
                            "return \"small\" end },\n")},
    };
    assert_all(stops, sizeof stops / sizeof *stops, PAG_DIFF_OPEN);
    assert_all(harmless, sizeof harmless / sizeof *harmless, PAG_DIFF_NONE);
}

static void what_is_not_known_is_told(void **state)
{
    (void)state;
    pag_diff *diff =
        compared(PART("round = \"cent\","), PART("round = { step = 1, mode = \"half up\" },"));
    assert_non_null(strstr(shown(diff, (pag_diff_style){.lang = PAG_IT}),
                           "può avere un effetto: se e quale, lo dicono le valutazioni"));
    done_with(diff);
    diff = compared("return subject { a = money { title = \"A\" },\n"
                    "  pay = money { payable = true, round = \"cent\",\n"
                    "    of = function(s) return s.a end } }\n",
                    "return subject { a = money { title = \"A\" }, b = money { value = 1 },\n"
                    "  pay = money { payable = true, round = \"cent\",\n"
                    "    of = function(s) return s.a + s.b end } }\n");
    assert_non_null(strstr(shown(diff, (pag_diff_style){0}), "by itself it cannot be made; "));
    done_with(diff);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(limits_that_allow_the_same_data_have_no_effect),
        TEST(limits_that_allow_other_data_may_have_one),
        TEST(what_is_in_whole_steps_is_rounded_alike),
        TEST(what_is_not_may_be_rounded_otherwise),
        TEST(a_working_cell_that_may_stop_is_not_idle),
        TEST(what_is_not_known_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
