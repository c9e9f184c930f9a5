/* Why two figures differ: at every place the effects, what they do together and the rest are the
 * whole difference. */
#include "packs.h"
#include "turn/differ.h"

#define RATE                                                                                       \
    "local rate = bands 'rate' { gaps = 'refuse', { from = 0, to = 60, give = '4%' },\n"           \
    "  { from = 61, to = 100, give = '10%' } }\n"

static pag_difference *differ(const char *tail, const char *a, const char *b)
{
    if (packs.status != PAG_OK) fail_msg("%s %s", said(), sentence(MESSAGE));
    const pag_differing of = {packs.pack, &packs.result, &packs.result, false};
    return pag_differ(&packs.arena, &of, figure_for(tail, a), figure_for(tail, b));
}

static const char *plain(pag_number x)
{
    return packs_text(pag_number_plain(&packs.arena, x));
}

/* "part 0.04; 1 total +…": a line for each node: depth, name, effect, together and rest. */
static const char *tree(const pag_difference *n)
{
    pag_text out = {.arena = &packs.arena};
    for (; n; n = pag_difference_after(n)) {
        if (out.len) pag_text_put(&out, PAG_STR("; "));
        pag_text_whole(&out, (int64_t)n->depth);
        pag_text_byte(&out, ' ');
        pag_text_put(&out, n->a->cell->name);
        if (n->mark != PAG_TURN_WHOLE) {
            pag_text_byte(&out, '.');
            pag_text_put(&out, n->a->cell->criteria[n->mark].id);
        }
        if (n->has_effect) {
            pag_text_byte(&out, ' ');
            pag_text_put(&out, pag_str_from(plain(n->effect)));
        }
        if (n->is_split && pag_number_sign(n->together)) {
            pag_text_put(&out, PAG_STR(" together "));
            pag_text_put(&out, pag_str_from(plain(n->together)));
        }
        if (n->is_split && pag_number_sign(n->rest)) {
            pag_text_put(&out, PAG_STR(" rest "));
            pag_text_put(&out, pag_str_from(plain(n->rest)));
        }
    }
    return packs_text(pag_text_str(&out));
}

/* Effects, together and rest come to the whole difference, at each node that is split. */
static void assert_whole(pag_difference *root)
{
    pag_arena *arena = &packs.arena;
    for (pag_difference *n = root; n; n = pag_difference_after(n)) {
        if (!n->is_split) continue;
        bool sheet = n->a->value.kind == PAG_VALUE_SHEET;
        pag_number all = n->together, whole = n->effect;
        if (!sheet) {
            assert_int_equal(pag_number_add(arena, &all, all, n->rest), 0);
            assert_int_equal(
                pag_number_subtract(arena, &whole, n->b->value.number, n->a->value.number), 0);
        }
        for (pag_difference *c = n->first; c; c = c->next) {
            if (c->has_effect) assert_int_equal(pag_number_add(arena, &all, all, c->effect), 0);
        }
        assert_int_equal(pag_number_order(all, whole), 0);
    }
}

static void effects_and_what_they_do_together_are_the_whole_difference(void **state)
{
    (void)state;
    write_rules(RATE
                "return subject { m = list { name = text {}, base = money {},\n"
                "    marks = sheet { max = 50, criteria = { { id = 'a' }, { id = 'b' } } },\n"
                "    total = points { of = function(m) return sum(m.marks) end },\n"
                "    part = percent { bands = rate, by = 'total' },\n"
                "    pay = money { payable = true, round = 'cent', of = function(m) return m.base "
                "* m.part end } } }\n");
    (void)evaluate("m:\n  - {name: A, base: 1000.00, marks: {a: 20, b: 30}}\n"
                   "  - {name: B, base: 2000.00, marks: {a: 20, b: 45}}");
    pag_difference *root = differ("pay", "A", "B");
    assert_whole(root);
    assert_string_equal(tree(root), "0 pay together 60.00; 1 part 60.00; 2 total 6; 3 marks 15; "
                                    "4 marks.b 15; 1 base 40.00");
    assert_non_null(root->first->row_a);
    assert_int_not_equal(root->first->row_a->chosen, root->first->row_b->chosen);
    assert_whole(differ("pay", "B", "A"));
}

static void a_limit_that_does_not_bind_has_no_part_in_it(void **state)
{
    (void)state;
    write_rules("return subject { m = list { name = text {}, due = money {}, limit = money {},\n"
                "    pay = money { payable = true, round = 'cent', of = function(m) return "
                "least(m.due, m.limit) "
                "end } } }\n");
    (void)evaluate("m:\n  - {name: A, due: 10.00, limit: 100.00}\n"
                   "  - {name: B, due: 20.00, limit: 50.00}\n"
                   "  - {name: C, due: 200.00, limit: 150.00}");
    assert_string_equal(tree(differ("pay", "A", "B")), "0 pay; 1 due 10.00");
    pag_difference *root = differ("pay", "A", "C"); /* due alone would stop at the limit of A */
    assert_string_equal(tree(root), "0 pay together 50.00; 1 due 90.00; 1 limit 0.00");
    assert_whole(root);
}

static void what_a_ref_means_is_compared_with_what_the_others_means(void **state)
{
    (void)state;
    write_rules("return subject { full = money {},\n"
                "  office = list { name = text {}, weight = number {} },\n"
                "  m = list { name = text {}, at = ref { to = 'person.office' },\n"
                "    pay = money { payable = true, round = 'cent', of = function(m, s) return "
                "s.full * m.at.weight end } } }\n");
    (void)evaluate("full: 100.00\noffice:\n  - {name: X, weight: 1}\n  - {name: Y, weight: 3}\n"
                   "m:\n  - {name: A, at: x}\n  - {name: B, at: y}");
    assert_string_equal(tree(differ("pay", "A", "B")), "0 pay; 1 weight 200.00");
}

static void how_others_who_share_came_to_their_weights_is_not_told(void **state)
{
    (void)state;
    write_rules("return subject { fund = money {}, m = list { name = text {}, score = whole {},\n"
                "    weight = number { of = function(m) return m.score * 2 end },\n"
                "    pay = money { payable = true, round = 'cent', split = { whole = 'fund', by = "
                "'weight', rest = 'largest' } } } }\n");
    (void)evaluate("fund: 100.00\nm:\n  - {name: A, score: 1}\n"
                   "  - {name: B, score: 3}\n  - {name: C, score: 4}");
    pag_difference *root = differ("pay", "A", "B");
    assert_whole(root);
    assert_string_equal(tree(root), "0 pay rest 7.50; 1 weight 17.50; 2 score 4");
}

static void what_is_equal_for_both_is_not_there(void **state)
{
    (void)state;
    write_rules("return subject { base = money {}, m = list { name = text {}, n = whole {},\n"
                "    pay = money { payable = true, round = 'cent', of = function(m, s) return "
                "s.base * m.n end } } "
                "}\n");
    (void)evaluate("base: 10.00\nm:\n  - {name: A, n: 2}\n  - {name: B, n: 2}");
    assert_string_equal(tree(differ("pay", "A", "B")), "0 pay");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(effects_and_what_they_do_together_are_the_whole_difference),
        TEST(a_limit_that_does_not_bind_has_no_part_in_it),
        TEST(what_a_ref_means_is_compared_with_what_the_others_means),
        TEST(how_others_who_share_came_to_their_weights_is_not_told),
        TEST(what_is_equal_for_both_is_not_there),
    };
    return cmocka_run_group_tests_name("differ", tests, NULL, NULL);
}
