/* What figures can be and how they move, worked out from rules without evaluating anything. */
#include "packs.h"
#include "reach/reach.h"

static pag_reach *reach;

static void assert_reaches(const char *rules)
{
    assert_loads(rules);
    reach = pag_reach_create(&packs.arena, packs.pack, PAG_REACH_MUSTS);
}

static const pag_cell *cell(const char *path)
{
    const pag_group *group = pag_pack_subject(packs.pack, 0);
    const pag_cell *found = NULL;
    while (*path) {
        size_t len = strcspn(path, ".");
        found = pag_group_cell(group, (pag_str){path, len});
        assert_non_null(found);
        group = found->list;
        path += len + (path[len] == '.');
    }
    return found;
}

/* "[0, 100]", "{0 1 2}", "[0, …)": as people write sets. */
static const char *set_of(const char *path)
{
    const pag_set *set = pag_reach_set(reach, cell(path));
    pag_text out = {.arena = &packs.arena};
    if (set->empty) return "{}";
    for (size_t i = 0; i < set->n; i++) {
        pag_text_put(&out, i ? PAG_STR(" ") : PAG_STR("{"));
        pag_text_put(&out, pag_number_plain(&packs.arena, set->at[i]));
    }
    if (set->n) {
        pag_text_byte(&out, '}');
        return packs_text(pag_text_str(&out));
    }
    pag_text_byte(&out, set->low.set && set->low.inside ? '[' : '(');
    if (set->low.set) pag_text_put(&out, pag_number_plain(&packs.arena, set->low.number));
    pag_text_put(&out, PAG_STR(", "));
    if (set->high.set) pag_text_put(&out, pag_number_plain(&packs.arena, set->high.number));
    pag_text_byte(&out, set->high.set && set->high.inside ? ']' : ')');
    if (set->stepped) {
        pag_text_put(&out, PAG_STR(" by "));
        pag_text_put(&out, pag_number_plain(&packs.arena, set->step));
    }
    return packs_text(pag_text_str(&out));
}

static void assert_slope(const char *path, const char *input, pag_slope expected)
{
    static const char *const words[] = {"flat", "up", "down", "unknown"};
    pag_slope slope = pag_reach_slope(reach, cell(path), cell(input));
    assert_string_equal(words[slope], words[expected]);
}

#define BANDS                                                                                      \
    "local rate = bands 'rate' { gaps = 'refuse',\n"                                               \
    "  { from = 0, to = 40, give = '0%' }, { from = 41, to = 60, give = '4%' },\n"                 \
    "  { from = 61, to = 100, give = '10%' } }\n"

static void what_a_sheet_comes_to_is_known_exactly(void **state)
{
    (void)state;
    assert_reaches(BANDS "return subject {\n"
                         "  marks = sheet { marks = { 10, 20 }, criteria = { { id = 'a' }, { id = "
                         "'b' }, { id = 'c' } } },\n"
                         "  total = points { of = function(s) return sum(s.marks) end },\n"
                         "  part = percent { bands = rate, by = 'total' },\n"
                         "  mean = points { of = function(s) return mean(s.marks) end } }\n");
    assert_string_equal(set_of("total"), "{30 40 50 60}");
    assert_string_equal(set_of("part"), "{0 0.04}");
}

#define LEAVES_OUT                                                                                 \
    "return subject {\n"                                                                           \
    "  marks = sheet { na = 'leave out', marks = { 10, 20 }, criteria = { { id = 'a' },\n"         \
    "    { id = 'b', weight = 2 } } },\n"                                                          \
    "  total = points { of = function(s) return sum(s.marks) end },\n"                             \
    "  most = points { of = function(s) return full(s.marks) end },\n"                             \
    "  part = points { of = function(s) return s.total / s.most end } }\n"

static void what_a_sheet_leaves_out_adds_nothing_and_cannot_be_reached(void **state)
{
    (void)state;
    assert_reaches(LEAVES_OUT);
    assert_string_equal(set_of("total"), "{0 10 20 30 40 50 60}");
    assert_string_equal(set_of("most"), "[20, 60]");
    assert_string_equal(set_of("part"), "[0, 1]");
    assert_slope("most", "marks", PAG_SLOPE_FLAT);
    assert_slope("total", "marks", PAG_SLOPE_UP);
    assert_reaches("return subject {\n"
                   "  marks = sheet { max = 8, criteria = { { id = 'a' }, { id = 'b' } } },\n"
                   "  most = points { of = function(s) return full(s.marks) + 10 end } }\n");
    assert_string_equal(set_of("most"), "{26}");
}

static void formulas_are_followed_on_every_way_that_can_be(void **state)
{
    (void)state;
    assert_reaches("return subject {\n"
                   "  score = points { max = 100 }, late = flag {}, kind = choice { 'a', 'b' },\n"
                   "  part = points { of = function(s)\n"
                   "    if s.late then return 0 end\n"
                   "    if s.score < 60 then return 10 end\n"
                   "    if is(s.kind, 'a') then return s.score end\n"
                   "    return s.score * 2 end },\n"
                   "  capped = points { of = function(s) return least(s.score, 30) end },\n"
                   "  apart = points { of = function(s) return s.score - s.score end } }\n");
    assert_string_equal(set_of("part"), "[0, 200]");
    assert_string_equal(set_of("capped"), "[0, 30]");
    assert_string_equal(set_of("apart"), "{0}");
}

static void what_counts_twice_is_one_number_at_a_time(void **state)
{
    (void)state;
    assert_reaches("return subject {\n"
                   "  marks = points { max = 50, step = 10 }, n = whole { min = 0, max = 3 },\n"
                   "  more = points { max = 1, step = 1 },\n"
                   "  half = points { of = function(s) return s.marks * '50%' end },\n"
                   "  sum = points { of = function(s) return s.half + s.marks * '150%' end },\n"
                   "  two = points { of = function(s) return s.sum + s.more end },\n"
                   "  fine = points { of = function(s) return s.n * 10 - s.n * s.n * 10 end },\n"
                   "  least = points { of = function(s) return least(s.n, 3 - s.n) end },\n"
                   "  tens = points { round = { step = '10', mode = 'down' },\n"
                   "    of = function(s) return s.marks * '50%' end },\n"
                   "  rest = points { of = function(s) return s.marks - s.tens end } }\n");
    assert_string_equal(set_of("sum"), "{0 20 40 60 80 100}");
    assert_string_equal(set_of("two"), "{0 1 20 21 40 41 60 61 80 81 100 101}");
    assert_string_equal(set_of("fine"), "{-60 -20 0}");
    assert_string_equal(set_of("least"), "{0 1}");
    assert_string_equal(set_of("rest"), "{0 10 20 30}");
    assert_true(pag_reach_is_exact(reach, cell("two")));
    assert_true(pag_reach_is_exact(reach, cell("rest")));
}

static void what_counts_twice_in_many_numbers_is_collected_in_a_sum(void **state)
{
    (void)state;
    assert_reaches(
        "return subject {\n"
        "  marks = points { max = 50, step = '0.001' },\n"
        "  of_two = points { of = function(s)\n"
        "    if s.marks > 10 then return s.marks end return 10 end },\n"
        "  n = whole { min = 0, max = 3 },\n"
        "  branch = whole { of = function(s)\n"
        "    if s.n > 1 then return s.n end return 0 end },\n"
        "  both = whole { of = function(s) return s.n + s.branch end },\n"
        "  sum = points { of = function(s) return s.marks * '50%' + s.marks * 2 end } }\n");
    assert_string_equal(set_of("sum"), "[0, 125] by 0.0025");
    assert_string_equal(set_of("both"), "[0, 6] by 1");
    assert_false(pag_reach_is_exact(reach, cell("both")));
}

/* What one entry is says nothing of another, also where both are read by one formula. */
static void another_entry_is_not_the_same_number(void **state)
{
    (void)state;
    assert_reaches("return subject { p = list { name = text {}, n = whole { min = 0, max = 2 },\n"
                   "  boss = ref { to = 'person.p' },\n"
                   "  twice = whole { of = function(p) return p.n * 2 end },\n"
                   "  apart = whole { of = function(p) return p.twice - p.boss.twice end } } }\n");
    assert_string_equal(set_of("p.apart"), "[-4, 4] by 2");
}

static void a_way_that_cannot_be_is_not_followed(void **state)
{
    (void)state;
    assert_reaches("return subject { reading = choice { 'one', 'two', value = 'one' },\n"
                   "  a = points { max = 10 },\n"
                   "  b = points { of = function(s)\n"
                   "    if is(s.reading, 'two') then return 1000 end\n"
                   "    if s.a > 20 then return 500 end\n"
                   "    if s.a >= 5 and s.a < 5 then return 400 end\n"
                   "    return s.a end } }\n");
    assert_string_equal(set_of("b"), "[0, 10]");
}

static void what_must_hold_narrows_what_can_be(void **state)
{
    (void)state;
    assert_reaches("return subject { a = number {}, b = number { of = function(s) return s.a + 1 "
                   "end },\n"
                   "  must { 'a è fra 3 e 7', of = function(s) return s.a >= 3 and s.a <= 7 end } "
                   "}\n");
    assert_string_equal(set_of("b"), "[4, 8]");
}

static void sums_over_lists_have_no_end_but_a_step(void **state)
{
    (void)state;
    assert_reaches("return subject {\n"
                   "  post = list { share = percent { sum = '100%' }, pay = money {}, left = flag "
                   "{} },\n"
                   "  pay = money { of = function(s) return sum(s.post, 'pay') end },\n"
                   "  some = money { of = function(s)\n"
                   "    return sum(s.post, 'pay', function(p) return p.left end) end },\n"
                   "  shares = percent { of = function(s) return sum(s.post, 'share') end } }\n");
    assert_string_equal(set_of("pay"), "[0, ) by 0.01");
    assert_string_equal(set_of("some"), "[0, ) by 0.01");
    assert_string_equal(set_of("shares"), "{1}");
}

static void what_one_entry_is_says_nothing_of_the_others(void **state)
{
    (void)state;
    assert_reaches("return subject { post = list { pay = money { max = 10 },\n"
                   "  most = number { of = function(p, s)\n"
                   "    if p.pay < 5 then return sum(s.post, function(q)\n"
                   "      if q.pay < 5 then return 0 end return 1 end) end\n"
                   "    return 7 end } } }\n");
    assert_string_equal(set_of("post.most"), "[0, ) by 1");
}

static void counts_and_plain_numbers_may_be_below_zero(void **state)
{
    (void)state;
    assert_reaches("return subject { n = number {}, w = whole {}, p = points {}, base = money {},\n"
                   "  pay = money { of = function(s) return s.base * s.n end } }\n");
    assert_string_equal(set_of("n"), "(, )");
    assert_string_equal(set_of("w"), "(, ) by 1");
    assert_string_equal(set_of("p"), "[0, )");
    assert_slope("pay", "base", PAG_SLOPE_UNKNOWN);
}

#define SHEET(NAME, MIN, NA)                                                                       \
    "  " NAME " = sheet { " MIN " max = 3, step = 1, na = '" NA "',\n"                             \
    "    criteria = { { id = 'x' }, { id = 'y' } } },\n"

static void marks_below_zero_take_a_sheet_below_zero(void **state)
{
    (void)state;
    assert_reaches(
        "return subject {\n" SHEET("a", "min = -2,", "leave out") SHEET("b", "min = -2,", "rescale")
            SHEET("c", "",
                  "rescale") "  left = points { of = function(s) return sum(s.a) end },\n"
                             "  scaled = points { of = function(s) return sum(s.b) end },\n"
                             "  whole = points { of = function(s) return sum(s.c) end } }\n");
    assert_string_equal(set_of("left"), "[-4, 6] by 1");
    assert_string_equal(set_of("scaled"), "(, )");
    assert_string_equal(set_of("whole"), "[0, 6]");
}

static void figures_move_with_their_inputs(void **state)
{
    (void)state;
    assert_reaches(
        BANDS "return subject { salary = money {}, delay = number {}, score = points { max = 100 "
              "},\n"
              "  ceiling = percent { value = '10%' },\n"
              "  part = percent { bands = rate, by = 'score' },\n"
              "  pay = money { of = function(s) return s.salary * least(s.part, s.ceiling) end },\n"
              "  fine = money { of = function(s) if s.delay > 0 then return 0 end return s.salary "
              "end },\n"
              "  odd = money { of = function(s) return s.salary * (s.delay - 5) end },\n"
              "  other = money { of = function(s) return s.salary + s.salary end } }\n");
    assert_slope("part", "score", PAG_SLOPE_UP);
    assert_slope("pay", "score", PAG_SLOPE_UP);
    assert_slope("pay", "salary", PAG_SLOPE_UP);
    assert_slope("pay", "delay", PAG_SLOPE_FLAT);
    assert_slope("fine", "delay", PAG_SLOPE_DOWN);
    assert_slope("fine", "salary", PAG_SLOPE_UP);
    assert_slope("odd", "salary", PAG_SLOPE_UNKNOWN);
    assert_slope("odd", "delay", PAG_SLOPE_UP);
}

static void a_table_with_two_rows_changed_round_does_not_rise(void **state)
{
    (void)state;
    assert_reaches("local rate = bands 'rate' { { from = 0, below = 40, give = '0%' },\n"
                   "  { from = 40, below = 60, give = '6%' }, { from = 60, to = 100, give = '4%' } "
                   "}\n"
                   "return subject { score = points { max = 100 },\n"
                   "  part = percent { bands = rate, by = 'score' } }\n");
    assert_slope("part", "score", PAG_SLOPE_UNKNOWN);
}

static void rows_that_are_formulas_are_followed_too(void **state)
{
    (void)state;
    assert_reaches("local share = bands 'share' { gaps = 'refuse',\n"
                   "  { from = '0%', below = '60%', give = '0%' },\n"
                   "  { from = '60%', to = '94%', give = function(score) return score end },\n"
                   "  { from = '95%', to = '100%', give = '100%' } }\n"
                   "return subject { score = percent { max = '100%' },\n"
                   "  part = percent { bands = share, by = 'score' } }\n");
    assert_slope("part", "score", PAG_SLOPE_UP);
}

static void one_share_raised_lowers_the_others(void **state)
{
    (void)state;
    assert_reaches("return subject { whole = money {},\n"
                   "  member = list { share = percent { sum = '100%' },\n"
                   "    own = money { of = function(m, s) return s.whole * m.share end },\n"
                   "    all = money { of = function(m, s) return sum(s.member, 'own') end } } }\n");
    assert_slope("member.own", "member.share", PAG_SLOPE_UP);
    assert_slope("member.all", "member.share", PAG_SLOPE_UNKNOWN);
    assert_slope("member.all", "whole", PAG_SLOPE_UP);
}

static void sharing_out_may_move_a_cent_either_way(void **state)
{
    (void)state;
    assert_reaches("return subject { whole = money {}, member = list { weight = number {},\n"
                   "  part = money { round = 'cent', split = { whole = 'whole', by = 'weight', "
                   "rest = 'largest' } } } }\n");
    assert_slope("member.part", "whole", PAG_SLOPE_UNKNOWN);
}

static void the_least_of_two_things_is_shown_to_be_at_most_each(void **state)
{
    (void)state;
    assert_reaches("return subject { base = money {}, rate = percent { max = '100%' },\n"
                   "  limit = money { of = function(s) return s.base * '10%' end },\n"
                   "  pay = money { round = 'cent', of = function(s)\n"
                   "    return least(s.base * s.rate, s.limit) end },\n"
                   "  most = money { round = 'cent', of = function(s) return s.limit end },\n"
                   "  fits = flag { of = function(s) return s.pay <= s.most end } }\n");
    const pag_way *ways = pag_reach_ways(reach, cell("fits"));
    assert_int_equal(ways->end, PAG_WAY_ON);
    const pag_answered no = pag_reach_on(reach, &pag_reach_nothing, &ways->question, 0);
    const pag_answered yes = pag_reach_on(reach, &pag_reach_nothing, &ways->question, 1);
    assert_true(pag_reach_is_never(reach, &no));
    assert_false(pag_reach_is_never(reach, &yes));
}

static void loops_are_left_unknown(void **state)
{
    (void)state;
    assert_reaches("return subject { post = list { pay = money {} }, high = money { of = "
                   "function(s)\n"
                   "  local high = 0\n"
                   "  for _, p in ipairs(s.post) do high = most(high, p.pay) end\n"
                   "  return high end } }\n");
    assert_string_equal(set_of("high"), "(, )");
    assert_slope("high", "post.pay", PAG_SLOPE_UNKNOWN);
}

static void a_function_that_cannot_be_followed_ends_only_its_way(void **state)
{
    (void)state;
    assert_reaches(
        "return subject { late = flag {},\n"
        "  post = list { pay = money {}, one = list { a = money {} } },\n"
        "  pay = money { of = function(s)\n"
        "    if s.late then return sum(s.post, function(p)\n"
        "      local n = 0 for _, o in ipairs(p.one) do n = n + o.a end return n end) end\n"
        "    return sum(s.post, function(p)\n"
        "      if p.pay > 5 then return p.pay end return 0 end) end } }\n");
    assert_slope("pay", "post.pay", PAG_SLOPE_UNKNOWN);
    assert_string_equal(set_of("pay"), "(, )");
}

/* Rules for a year are evaluated for no other; else it may be any. */
static void the_year_of_the_period_is_that_of_the_rules(void **state)
{
    (void)state;
    static const char *const rules =
        "return subject { paid = whole {},\n"
        "  year = whole { of = function(s) return period.year end },\n"
        "  old = whole { of = function(s) if is(s.paid, period.year) then return s.paid end\n"
        "    return 0 end },\n"
        "  must { 'wrong', of = function(s) return s.paid <= period.year end } }\n";
    assert_reaches(rules);
    assert_string_equal(set_of("year"), "[1900, 2999] by 1");
    write_file("rules/test/2024/pack.lua", "pack { title = 'Prova', year = 2024 }\n");
    assert_true(load());
    reach = pag_reach_create(&packs.arena, packs.pack, PAG_REACH_MUSTS);
    assert_string_equal(set_of("year"), "{2024}");
    assert_string_equal(set_of("paid"), "(, 2024] by 1");
    assert_slope("old", "paid", PAG_SLOPE_UNKNOWN);
}

static void inputs_are_found_for_a_value(void **state)
{
    (void)state;
    assert_reaches("return subject {\n"
                   "  marks = sheet { marks = { 4, 6, 8, 10 }, criteria = { { id = 'a' }, { id = "
                   "'b' } } },\n"
                   "  extra = points { max = 5 },\n"
                   "  total = points { of = function(s) return sum(s.marks) + s.extra end } }\n");
    pag_causes causes;
    pag_number target;
    assert_int_equal(pag_number_parse(&packs.arena, PAG_STR("22.5"), &target), PAG_NUMBER_OK);
    assert_true(pag_reach_solve(reach, cell("total"), target, 0, &causes));
    assert_int_equal(causes.n, 3);
    assert_int_equal(pag_number_parse(&packs.arena, PAG_STR("26"), &target), PAG_NUMBER_OK);
    assert_false(pag_reach_solve(reach, cell("total"), target, 0, &causes));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_a_sheet_comes_to_is_known_exactly),
        TEST(what_a_sheet_leaves_out_adds_nothing_and_cannot_be_reached),
        TEST(formulas_are_followed_on_every_way_that_can_be),
        TEST(what_counts_twice_is_one_number_at_a_time),
        TEST(what_counts_twice_in_many_numbers_is_collected_in_a_sum),
        TEST(another_entry_is_not_the_same_number),
        TEST(a_way_that_cannot_be_is_not_followed),
        TEST(what_must_hold_narrows_what_can_be),
        TEST(sums_over_lists_have_no_end_but_a_step),
        TEST(what_one_entry_is_says_nothing_of_the_others),
        TEST(counts_and_plain_numbers_may_be_below_zero),
        TEST(marks_below_zero_take_a_sheet_below_zero),
        TEST(figures_move_with_their_inputs),
        TEST(a_table_with_two_rows_changed_round_does_not_rise),
        TEST(rows_that_are_formulas_are_followed_too),
        TEST(one_share_raised_lowers_the_others),
        TEST(sharing_out_may_move_a_cent_either_way),
        TEST(the_least_of_two_things_is_shown_to_be_at_most_each),
        TEST(loops_are_left_unknown),
        TEST(a_function_that_cannot_be_followed_ends_only_its_way),
        TEST(the_year_of_the_period_is_that_of_the_rules),
        TEST(inputs_are_found_for_a_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
