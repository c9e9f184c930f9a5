/* How deep a figure is explained: levels of figures, what is said where the tree ends, and what
 * fits on a page. */
#include "explain/tree.h"
#include "packs.h"

static bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

static const char *explained(const char *tail, size_t depth, bool json)
{
    pag_text out = {.arena = &packs.arena};
    pag_sink sink = {.write = append, .ud = &out};
    assert_string_equal(said(), "");
    pag_view view = pag_view_of(&packs.result, &packs.arena);
    view.width = 300;
    view.depth = depth;
    (json ? pag_tree_write_json : pag_tree_write)(&view, figure(tail), &sink);
    return packs_text(pag_text_str(&out));
}

static void assert_has(const char *text, const char *piece)
{
    if (!strstr(text, piece)) fail_msg("not there: \"%s\" in\n%s", piece, text);
}

static void assert_lacks(const char *text, const char *piece)
{
    if (strstr(text, piece)) fail_msg("there: \"%s\" in\n%s", piece, text);
}

/* pay → base → salary, share; pay → share. */
static void pay_a_share_of_a_base(void)
{
    assert_loads("return subject {\n"
                 "  salary = money { source = \"art. 1\" }, share = percent { value = \"50%\" },\n"
                 "  base = money { of = function(s) return s.salary * s.share end },\n"
                 "  pay = money { of = function(s) return s.base * s.share end },\n"
                 "}\n");
    assert_int_equal(evaluate("salary: 100.00"), PAG_OK);
}

static void a_figure_at_the_last_level_says_how_many_stand_below_and_what_opens_it(void **state)
{
    (void)state;
    pay_a_share_of_a_base();
    const char *text = explained("pay", 1, false);
    assert_has(text, "25,00 €  pay");
    assert_has(text, "├─ 50,00 €  base (2 figures below: base)");
    assert_has(text, "└─ 50 %  share (fixed by the rules) ");
    assert_lacks(text, "salary");
    assert_has(text, "What stands below:  pagella explain evaluation.yaml base\n");
    assert_has(text, "All of the tree:    pagella explain evaluation.yaml pay --depth all\n");
}

static void a_whole_tree_says_nothing_of_it(void **state)
{
    (void)state;
    pay_a_share_of_a_base();
    assert_lacks(explained("pay", 2, false), "below");
    assert_lacks(explained("pay", 0, false), "below");
    assert_string_equal(explained("pay", 2, false), explained("pay", 0, false));
    assert_has(explained("pay", 2, false), "source: art. 1");
}

static void machines_are_told_how_many_stand_below(void **state)
{
    (void)state;
    pay_a_share_of_a_base();
    const char *text = explained("pay", 1, true);
    assert_has(text, "\"below\":2}");
    assert_lacks(text, "\"person.salary\"");
    assert_lacks(explained("pay", 0, true), "\"below\"");
}

static void what_was_cut_is_opened_where_it_stands_higher(void **state)
{
    (void)state;
    assert_loads("return subject {\n"
                 "  a = money {}, b = money { of = function(s) return s.a end },\n"
                 "  c = money { of = function(s) return s.b end },\n"
                 "  d = money { of = function(s) return s.c + s.b end },\n"
                 "}\n");
    evaluate("a: 1.00");
    const char *text = explained("d", 2, false);
    assert_has(text, "│  └─ 1,00 €  b (1 figure below: b)");
    assert_has(text, "\n└─ 1,00 €  b ");
    assert_has(text, "\n   └─ 1,00 €  a ");
}

static void marks_of_a_sheet_count_as_figures(void **state)
{
    (void)state;
    assert_loads("return subject {\n"
                 "  r = sheet { max = 10, criteria = { { id = \"x\" }, { id = \"y\" } } },\n"
                 "  total = points { of = function(s) return sum(s.r) end },\n"
                 "  pay = points { of = function(s) return s.total end },\n"
                 "}\n");
    evaluate("r: {x: 1, y: 2}");
    assert_has(explained("pay", 1, false), "total (3 figures below: total)");
    assert_has(explained("pay", 2, false), "r (sum) (2 figures below: r)");
    assert_has(explained("pay", 3, false), "1  x");
}

static const char *many(int n)
{
    pag_text out = {.arena = &packs.arena};
    pag_text_put(&out, PAG_STR("l:"));
    for (int i = 0; i < n; i++) {
        pag_text_put(&out, PAG_STR("\n  - {name: N"));
        pag_text_whole(&out, i);
        pag_text_put(&out, PAG_STR(", v: 1.00}"));
    }
    pag_text_byte(&out, '\0');
    return out.at;
}

static void a_list_of_two_values_each(void)
{
    assert_loads("return subject { l = list { name = text {}, v = money {},\n"
                 "    w = money { of = function(x) return x.v * 2 end } },\n"
                 "  total = money { of = function(s) return sum(s.l, \"w\") end } }\n");
}

static void a_page_holds_as_many_levels_as_fit_and_at_least_one(void **state)
{
    (void)state;
    a_list_of_two_values_each();
    evaluate(many(5));
    assert_string_equal(explained("total", PAG_DEPTH_PAGE, false), explained("total", 0, false));
    evaluate(many(20));
    const char *text = explained("total", PAG_DEPTH_PAGE, false);
    assert_has(text, "w · N19 (1 figure below: w --for N19)");
    assert_string_equal(text, explained("total", 1, false));
    evaluate(many(60));
    assert_string_equal(explained("total", PAG_DEPTH_PAGE, false), explained("total", 1, false));
}

static void of_very_many_only_the_first_say_what_opens_them(void **state)
{
    (void)state;
    a_list_of_two_values_each();
    evaluate(many(70));
    const char *text = explained("total", 1, false);
    assert_has(text, "w · N63 (1 figure below: w --for N63)");
    assert_has(text, "w · N64 (1 figure below) ");
}

static void more_figures_than_a_thousand_are_not_counted(void **state)
{
    (void)state;
    assert_loads("return subject { l = list { name = text {}, v = money {} },\n"
                 "  total = money { of = function(s) return sum(s.l, \"v\") end },\n"
                 "  half = money { of = function(s) return s.total / 2 end } }\n");
    evaluate(many(999));
    assert_has(explained("half", 1, false), "total (999 figures below: total)");
    evaluate(many(1000));
    assert_has(explained("half", 1, false), "total (more than 999 figures below: total)");
    assert_has(explained("half", 1, true), "\"below\":1000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_figure_at_the_last_level_says_how_many_stand_below_and_what_opens_it),
        TEST(a_whole_tree_says_nothing_of_it),
        TEST(machines_are_told_how_many_stand_below),
        TEST(what_was_cut_is_opened_where_it_stands_higher),
        TEST(marks_of_a_sheet_count_as_figures),
        TEST(a_page_holds_as_many_levels_as_fit_and_at_least_one),
        TEST(of_very_many_only_the_first_say_what_opens_them),
        TEST(more_figures_than_a_thousand_are_not_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
