/* What rules of a large organization cost: as many people as a region has in an evaluation. */
#include "diffs.h"

enum { PEOPLE = 8000 };

/* Of each person three amounts, one of them made of another, which is not as much. */
#define OFFICE(share)                                                                              \
    "return subject { share = percent { value = \"" share "\", title = \"Quota\" },\n"             \
    "  one = list { name = text {}, base = money { title = \"Base\" },\n"                          \
    "    pay = money { title = \"Premio\", payable = true, round = \"cent\",\n"                    \
    "      of = function(o, s) return o.base * s.share end },\n"                                   \
    "    bonus = money { title = \"Altro\", payable = true, round = \"cent\",\n"                   \
    "      of = function(o, s) return o.base * \"5%\" end },\n"                                    \
    "    net = money { title = \"Netto\", payable = true, round = \"cent\",\n"                     \
    "      of = function(o, s) return o.pay * (\"100%\" - s.share) end } } }\n"

static const char *people(void)
{
    pag_text out = {.arena = &packs.arena};
    pag_text_put(&out, PAG_STR("one:\n"));
    for (int i = 0; i < PEOPLE; i++) {
        pag_text_put(&out, PAG_STR("  - {name: N"));
        pag_text_whole(&out, i);
        pag_text_put(&out, PAG_STR(", base: "));
        pag_text_whole(&out, 10000 + i);
        pag_text_put(&out, PAG_STR(".00}\n"));
    }
    return packs_text(pag_text_str(&out));
}

static void very_many_figures_are_noted_and_told_apart(void **state)
{
    (void)state;
    pag_diff *diff = compared(OFFICE("10%"), OFFICE("20%"));
    assert_int_equal(cost(diff, people()), PAG_OK);
    assert_int_equal(diff->n_paid, 3 * PEOPLE);
    const pag_diff_paid *last = &diff->paid[diff->n_paid - 1];
    assert_string_equal(packs_text(last->path), "person.one.net");
    assert_string_equal(packs_text(last->entry), "N7999");
    assert_string_equal(money(last->amounts[0]), "1619.91");
    assert_string_equal(money(last->amounts[1]), "2879.84");
    assert_true(last->there[0] && last->there[1]);
    done_with(diff);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(very_many_figures_are_noted_and_told_apart)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
