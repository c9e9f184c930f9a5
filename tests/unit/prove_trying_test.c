/* What evaluations that are tried tell: where a formula cannot be followed, each of them says what
 * it read, and so more inputs come to light while they are tried. */
#include "proofs.h"

#include "prove/dials.h"

/* From 5 on the figure is less, and rests on more inputs than a list of sixteen holds. What it is
 * before is in no evaluation that has a result: `floor` refuses it. */
static const char grown_as_it_falls[] =
    "return subject { l = list { name = text {} }, x = whole { min = 0, max = 10 },\n"
    "  floor = whole { min = 5, title = 'F', of = function(s) return s.x end },\n"
    "  a = flag {}, b = flag {}, c = flag {}, d = flag {}, e = flag {}, f = flag {},\n"
    "  g = flag {}, h = flag {}, i = flag {}, j = flag {}, k = flag {}, m = flag {},\n"
    "  n = flag {}, o = flag {}, p = flag {}, q = flag {},\n"
    "  y = whole { title = 'Y', increasing = { 'x' }, of = function(s)\n"
    "    for _, each in ipairs(s.l) do local name = each.name end\n"
    "    if s.x < 5 then return s.x + 10 end\n"
    "    local some = s.a or s.b or s.c or s.d or s.e or s.f or s.g or s.h or s.i or s.j\n"
    "      or s.k or s.m or s.n or s.o or s.p or s.q\n"
    "    return 5 end } }\n";

static void a_fall_that_brings_inputs_to_light_is_no_fall_yet(void **state)
{
    (void)state;
    assert_proves(grown_as_it_falls, 2000);
    assert_verdict(PAG_CLAIM_MOVES, 0, PAG_NOT_PROVEN);
}

static size_t times(const char *text, const char *part)
{
    size_t n = 0;
    for (; (text = strstr(text, part)); text++) n++;
    return n;
}

/* Two entries in each of five lists, and a value that every innermost one gets alike. */
static void as_many_lists_as_nest_have_two_entries_and_all_of_them_the_value(void **state)
{
    (void)state;
    assert_loads("return subject { a = list { name = text {}, b = list { name = text {},\n"
                 "  c = list { name = text {}, d = list { name = text {},\n"
                 "    e = list { name = text {}, x = points {} } } } } } }\n");
    const pag_group *group = pag_pack_subject(packs.pack, 0);
    const char *const names[] = {"a", "b", "c", "d", "e"};
    for (size_t i = 0; i < 5; i++) group = pag_group_cell(group, pag_str_from(names[i]))->list;
    const pag_proof_order order = {.lang = PAG_EN};
    proving p = {.arena = &packs.arena, .pack = packs.pack, .order = &order};
    const pag_value seven = {PAG_VALUE_NUMBER, {.number = pag_number_whole(&packs.arena, 7)}};
    pag_dial x = {
        .cell = pag_group_cell(group, PAG_STR("x")), .each = true, .n = 1, .values = &seven};
    const pag_dials dials = {.p = &p, .crowd = true, .n = 1, .at = &x};
    const pag_sample_wish wish = pag_dials_wish(&dials, NULL, 0);
    const char *text = packs_text(pag_sample_write(&packs.arena, packs.pack, &wish));
    assert_int_equal(times(text, "x: 7"), 32);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_fall_that_brings_inputs_to_light_is_no_fall_yet),
        TEST(as_many_lists_as_nest_have_two_entries_and_all_of_them_the_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
