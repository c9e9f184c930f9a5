/* What would have made a figure another one: the nearest values that lead to the next band. */
#include "explain/whatif.h"
#include "packs.h"
#include "whynot/whynot.h"

#define RATE                                                                                       \
    "local rate = bands 'rate' { gaps = 'refuse', { from = 0, to = 40, give = '0%' },\n"           \
    "  { from = 41, to = 60, give = '4%' }, { from = 61, to = 100, give = '10%' } }\n"

static pag_whatif *whatif_of(const char *tail, const char *entry, uint64_t budget)
{
    const pag_whynot_order order = {.hinges = 8, .budget = budget};
    if (packs.status != PAG_OK) fail_msg("%s %s", said(), sentence(MESSAGE));
    return pag_whynot_find(&packs.arena, packs.pack, &packs.result, figure_for(tail, entry),
                           &order);
}

static void put_shift(pag_text *out, const pag_shift *s)
{
    pag_arena *arena = &packs.arena;
    pag_text_put(out, PAG_STR(" "));
    if (s->figure->entry->parent) {
        pag_text_put(out, s->figure->entry->id);
        pag_text_byte(out, '.');
    }
    pag_text_put(out, s->figure->cell->name);
    if (s->mark != PAG_TURN_WHOLE) {
        pag_text_byte(out, '.');
        pag_text_put(out, s->figure->cell->criteria[s->mark].id);
    }
    bool number = s->to.kind == PAG_VALUE_NUMBER;
    pag_text_byte(out, '=');
    pag_text_put(out, number ? pag_number_plain(arena, s->to.number)
                             : pag_value_plain(arena, s->figure->cell, s->to));
}

static void put_change(pag_text *out, const pag_change *c)
{
    for (size_t i = 0; i < c->n; i++) put_shift(out, &c->shifts[i]);
    if (c->n == 1 && !c->nearest) pag_text_put(out, PAG_STR("~"));
    pag_text_put(out, PAG_STR(" ("));
    pag_text_put(out, pag_value_plain(&packs.arena, c->asked.figure->cell, c->asked.after));
    pag_text_put(out, PAG_STR(")"));
}

/* "row 2: marks.a=10 (10); row 0: none": each goal of all hinges, its changes with what the asked
 * figure then is; "together" before several marks, "~" after one that may not be the nearest. */
static const char *told(const pag_whatif *w)
{
    pag_text out = {.arena = &packs.arena};
    for (size_t h = 0; h < w->n; h++) {
        for (size_t g = 0; g < w->hinges[h].n; g++) {
            const pag_goal *goal = &w->hinges[h].goals[g];
            if (out.len) pag_text_put(&out, PAG_STR("; "));
            pag_text_put(&out, goal->row == PAG_GOAL_NOT_ZERO ? PAG_STR("not zero:")
                               : w->hinges[h].step            ? PAG_STR("row ")
                                                              : PAG_STR("zero:"));
            if (goal->row != PAG_GOAL_NOT_ZERO && w->hinges[h].step) {
                pag_text_whole(&out, goal->row);
                pag_text_byte(&out, ':');
            }
            for (size_t i = 0; i < goal->n; i++) put_change(&out, &goal->changes[i]);
            if (goal->together) {
                pag_text_put(&out, PAG_STR(" together"));
                put_change(&out, goal->together);
            }
            if (!goal->n && goal->refused) pag_text_put(&out, PAG_STR(" refused"));
            if (!goal->n && !goal->together && !goal->refused) {
                pag_text_put(&out, PAG_STR(" none"));
            }
        }
    }
    return packs_text(pag_text_str(&out));
}

static void assert_told(const char *tail, const char *expected)
{
    assert_string_equal(told(whatif_of(tail, "", 10000)), expected);
}

static void the_nearest_mark_leads_to_the_next_band(void **state)
{
    (void)state;
    write_rules(RATE "return subject {\n"
                     "  marks = sheet { marks = { 10, 15, 20, 30 }, criteria = { { id = 'a' }, "
                     "{ id = 'b' }, { id = 'c' } } },\n"
                     "  total = points { of = function(s) return sum(s.marks) end },\n"
                     "  part = percent { bands = rate, by = 'total' } }\n");
    (void)evaluate("marks: {a: 10, b: 20, c: 15}");
    /* a: 45 + 15 more is 60 only with 30, and 61 is not reached by any mark alone but a: 30 → 65 */
    assert_told("part", "row 2: marks.a=30 (10); row 0: marks.b=15 (0) marks.c=10 (0)");
    assert_figure("total", "45");
}

static void several_marks_of_one_sheet_do_it_together(void **state)
{
    (void)state;
    write_rules(RATE "return subject {\n"
                     "  marks = sheet { marks = { 4, 6, 8, 10 }, criteria = { { id = 'a', weight "
                     "= 2 }, { id = 'b' }, { id = 'c' }, { id = 'd', weight = 3 } } },\n"
                     "  total = points { of = function(s) return sum(s.marks) end },\n"
                     "  part = percent { bands = rate, by = 'total' } }\n");
    (void)evaluate("marks: {a: 6, b: 8, c: 8, d: 6}");
    /* 46: d alone gives 58; with a at 8 it is 62 */
    assert_told("part", "row 2: together marks.d=10 marks.a=8 (10); row 0: marks.d=4 (0)");
}

static void an_amount_is_found_to_the_cent(void **state)
{
    (void)state;
    write_rules("local tax = bands 'tax' { gaps = 'refuse', { from = 0, below = '1000.01', give = "
                "'5%' }, { from = '1000.01', give = '8%' } }\n"
                "return subject { income = money {}, extra = money {},\n"
                "  all = money { of = function(s) return s.income + s.extra / 3 end },\n"
                "  rate = percent { bands = tax, by = 'all' } }\n");
    (void)evaluate("income: 700.00\nextra: 300.00");
    assert_told("rate", "row 1: income=900.01 (8) extra=900.03 (8)");
}

static void a_percentage_is_found_to_its_second_decimal(void **state)
{
    (void)state;
    write_rules("local t = bands 't' { { from = '0%', below = '60%', give = '0%' }, { from = "
                "'60%', to = '100%', give = '100%' } }\n"
                "return subject { mark = percent { max = '100%' }, part = percent { bands = t, by "
                "= 'mark' } }\n");
    (void)evaluate("mark: 87%");
    assert_told("part", "row 0: mark=59.99 (0)");
}

static void a_day_a_flag_and_a_word_are_inputs_too(void **state)
{
    (void)state;
    write_rules(
        "return subject { full = money {}, due = date {}, done = date {}, waived = flag {},\n"
        "  kind = choice { 'none', 'oral', 'written' },\n"
        "  pay = money { payable = true, round = 'cent', of = function(s) return s.full end,\n"
        "    unless = { { function(s) return s.done > s.due and not s.waived end, "
        "'consegnato il {done}' } } },\n"
        "  bonus = money { payable = true, round = 'cent', of = function(s) return s.full / 2 "
        "end,\n"
        "    unless = { { function(s) return is(s.kind, 'written') end, 'sanzione' } } } }\n");
    (void)evaluate("full: 100.00\ndue: 2024-03-31\ndone: 2024-03-20\nwaived: false\nkind: written");
    assert_told("pay", "zero: done=2024-04-01 (0.00) due=2024-03-19 (0.00)");
    assert_told("bonus", "not zero: kind=oral (50.00)");
}

/* A word, the pay and the number of steps of the first change. */
static void assert_word(const char *now, const char *expected, uint64_t steps)
{
    (void)evaluate(packs_join("full: 100.00\nkind: ", now, ""));
    pag_whatif *w = whatif_of("pay", "", 10000);
    assert_string_equal(told(w), expected);
    assert_int_equal(w->hinges[0].goals[0].changes[0].shifts[0].steps, steps);
    assert_false(w->hinges[0].spent);
}

static void the_nearest_word_is_that_of_the_declared_order(void **state)
{
    (void)state;
    write_rules(
        "return subject { full = money {}, kind = choice { 'a', 'b', 'c', 'd', 'e', 'f' },\n"
        "  pay = money { payable = true, round = 'cent', of = function(s) return s.full "
        "end,\n"
        "    unless = { { function(s) return is(s.kind, 'b') or is(s.kind, 'c') or "
        "is(s.kind, 'd') end, 'giudizio' } } } }\n");
    assert_word("b", "not zero: kind=a (100.00)", 1);
    assert_word("d", "not zero: kind=e (100.00)", 1);
    assert_word("c", "not zero: kind=a (100.00)", 2); /* as near as e */
    assert_word("f", "zero: kind=d (0.00)", 2);
}

static void where_more_can_be_worse_value_by_value_is_tried(void **state)
{
    (void)state;
    write_rules(RATE "return subject { a = whole { max = 20 },\n"
                     "  total = points { of = function(s) return s.a * (20 - s.a) end },\n"
                     "  part = percent { bands = rate, by = 'total' } }\n");
    (void)evaluate("a: 3"); /* 51 */
    assert_told("part", "row 2: a=4 (10); row 0: a=2 (0)");
}

static void what_breaks_a_condition_does_not_count(void **state)
{
    (void)state;
    write_rules(RATE "return subject { a = whole { max = 100 }, cap = whole {},\n"
                     "  part = percent { bands = rate, by = 'a' },\n"
                     "  must { 'troppo', of = function(s) return s.a <= s.cap end } }\n");
    (void)evaluate("a: 50\ncap: 55");
    assert_told("part", "row 2: refused; row 0: a=40 (0)");
}

static void values_of_rules_and_of_declared_sums_stay(void **state)
{
    (void)state;
    write_rules(RATE "return subject { fixed = points { value = 50 },\n"
                     "  part = percent { bands = rate, by = 'fixed' },\n"
                     "  m = list { name = text {}, share = percent { sum = '100%' },\n"
                     "    score = points { of = function(m) return m.share / '1%' end },\n"
                     "    part = percent { bands = rate, by = 'score' } } }\n");
    (void)evaluate("m:\n  - {name: A, share: 50%}\n  - {name: B, share: 50%}");
    pag_whatif *w = whatif_of("part", "A", 10000);
    assert_int_equal(w->hinges[0].inputs, 0);
    assert_string_equal(told(w), "row 2: none; row 0: none");
    assert_int_equal(whatif_of("person.part", "", 10000)->hinges[0].n, 0); /* nothing else can be */
}

static void a_mean_is_moved_by_others_too_the_own_one_first(void **state)
{
    (void)state;
    write_rules(RATE "return subject { m = list { name = text {}, mark = whole { max = 100 },\n"
                     "    score = points { of = function(m, s) return mean(s.m, 'mark') end },\n"
                     "    part = percent { bands = rate, by = 'score' } } }\n");
    (void)evaluate("m:\n  - {name: A, mark: 60}\n  - {name: B, mark: 60}");
    pag_whatif *w = whatif_of("part", "B", 10000);
    assert_string_equal(told(w), "row 2: b.mark=62 (10) a.mark=62 (10); row 0: b.mark=20 (0) "
                                 "a.mark=20 (0)");
}

static void amounts_that_become_others_are_told(void **state)
{
    (void)state;
    write_rules(RATE "return subject { base = money {}, m = list { name = text {}, score = whole { "
                     "max = 100 },\n"
                     "    part = percent { bands = rate, by = 'score' },\n"
                     "    pay = money { payable = true, round = 'cent', of = function(m, s) return "
                     "s.base * m.part end } },\n"
                     "  pay = money { payable = true, round = 'cent', of = function(s) return "
                     "sum(s.m, 'pay') end "
                     "} }\n");
    (void)evaluate("base: 1000.00\nm:\n  - {name: A, score: 50}\n  - {name: B, score: 90}");
    const pag_change *c = &whatif_of("m.pay", "A", 10000)->hinges[0].goals[0].changes[0];
    assert_string_equal(packs_text(pag_number_plain(&packs.arena, c->asked.after.number)),
                        "100.00");
    assert_int_equal(c->n_paid, 1);
    assert_string_equal(packs_text(pag_number_plain(&packs.arena, c->paid[0].after.number)),
                        "200.00");
    assert_figure("person.pay", "140.00"); /* the evaluation itself is as it was */
}

/* The rules with an input that may be left out, and what makes the score of it. */
static void write_left_out(const char *input, const char *formula)
{
    const char *start = RATE "return subject { a = points { max = 100 }, o = ";
    const char *end = " end }, part = percent { bands = rate, by = 'total' } }\n";
    const char *middle = ", total = points { of = function(s) ";
    write_rules(packs_join(packs_join(start, input, middle), formula, end));
    assert_true(load());
}

#define ADDED "local t = s.a if s.o ~= nil then t = t + s.o end return t"

static void what_is_not_written_is_tried_with_each_value(void **state)
{
    (void)state;
    write_left_out("points { max = 30, step = 1, optional = true }", ADDED);
    (void)evaluate("a: 45");
    assert_told("part", "row 2: a=61 (10) o=16 (10); row 0: a=40 (0)");
    (void)evaluate("a: 20");
    assert_told("part", "row 1: a=41 (4) o=21 (4)");
    write_left_out("points { optional = true }", ADDED);
    (void)evaluate("a: 45");
    assert_told("part", "row 2: a=61 (10) o=16 (10); row 0: a=40 (0)");
    write_left_out("points { min = -50, max = 50, step = 1, optional = true }", ADDED);
    (void)evaluate("a: 45");
    assert_told("part", "row 2: a=61 (10) o=16 (10); row 0: a=40 (0) o=-45 (0)");
    write_left_out("whole { optional = true, min = 7, max = 9 }",
                   "if s.o ~= nil then return 70 end return 50");
    (void)evaluate("a: 45");
    assert_told("part", "row 2: o=7 (10)");
    assert_false(whatif_of("part", "", 10000)->hinges[0].spent);
}

static void words_and_days_may_be_left_out_too(void **state)
{
    (void)state;
    write_left_out("choice { 'x', 'y', 'z', optional = true }",
                   "if s.o ~= nil and is(s.o, 'y') then return 10 end return s.a");
    (void)evaluate("a: 45");
    assert_told("part", "row 2: a=61 (10); row 0: a=40 (0) o=y (0)");
    write_left_out("date { optional = true }, line = date {}",
                   "if s.o ~= nil and s.o > s.line then return 10 end return s.a");
    (void)evaluate("a: 45\nline: 2024-06-30");
    assert_told("part", "row 2: a=61 (10); row 0: a=40 (0) o=2024-07-01 (0)");
}

static void what_was_not_all_tried_is_not_said_to_be_complete(void **state)
{
    (void)state;
    write_left_out("whole { max = 100000, optional = true }",
                   "if s.o ~= nil and s.o >= 54321 and s.o <= 54321 then return 70 end return 50");
    (void)evaluate("a: 45");
    pag_whatif *w = whatif_of("part", "", 10000);
    assert_true(w->hinges[0].spent);
    write_left_out("whole { min = 0, max = 99, optional = true }",
                   "if s.o ~= nil and s.o >= 99 then return 70 end return 50");
    (void)evaluate("a: 45");
    w = whatif_of("part", "", 10000);
    assert_string_equal(told(w), "row 2: o=99 (10)");
    assert_false(w->hinges[0].spent);
}

static void a_narrow_band_far_away_is_come_upon(void **state)
{
    (void)state;
    write_rules("local t = bands 't' { gaps = 'reach up', { from = 0, below = 60, give = '0%' },\n"
                "  { from = 60, to = 62, give = '5%' }, { above = 62, give = '10%' } }\n"
                "return subject { a = points { max = 30 },\n"
                "  total = points { of = function(s) return s.a * 8 - s.a * 16 / 4 end },\n"
                "  part = percent { bands = t, by = 'total' } }\n");
    (void)evaluate("a: 3");
    pag_whatif *w = whatif_of("part", "", 10000);
    assert_string_equal(told(w), "row 1: a=15~ (5)");
    assert_true(w->hinges[0].spent);
    (void)evaluate("a: 30");
    assert_told("part", "row 1: a=15.5~ (5)");
}

static void a_criterion_that_does_not_apply_is_tried_with_a_mark(void **state)
{
    (void)state;
    write_rules(RATE "return subject {\n"
                     "  marks = sheet { marks = { 10, 15, 20, 30 }, na = 'leave out', criteria = { "
                     "{ id = 'a' }, { id = 'b' } } },\n"
                     "  total = points { of = function(s) return sum(s.marks) end },\n"
                     "  part = percent { bands = rate, by = 'total' } }\n");
    (void)evaluate("marks: {a: 30, b: na}");
    assert_told("part", "row 1: marks.b=15 (4)");
    (void)evaluate("marks: {a: 30, b: 15}");
    assert_told("part", "row 0: marks.b=10 (0) marks.a=20 (0)");
}

static void what_is_withheld_stays_so_and_a_budget_that_ends_is_told(void **state)
{
    (void)state;
    write_rules(RATE "return subject { score = points { max = 100 }, full = money {},\n"
                     "  factor = number { value = to_confirm('2', 'da confermare') },\n"
                     "  base = money { payable = true, round = 'cent', of = function(s) return "
                     "s.full * s.factor end },\n"
                     "  part = percent { bands = rate, by = 'score' },\n"
                     "  pay = money { payable = true, round = 'cent', of = function(s) return "
                     "s.base * s.part end "
                     "} }\n");
    (void)evaluate("score: 50\nfull: 30.00");
    pag_whatif *w = whatif_of("pay", "", 10000);
    assert_true(w->hinges[0].goals[0].changes[0].asked.withheld);
    assert_false(w->hinges[0].spent);
    w = whatif_of("pay", "", 1);
    assert_true(w->hinges[0].spent);
}

static bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

static void a_narrow_terminal_gets_short_lines(void **state)
{
    (void)state;
    write_rules(RATE "return subject { score = points { title = 'Punteggio della scheda di "
                     "valutazione del responsabile', max = 100 },\n"
                     "  part = percent { title = 'Percentuale di fascia', bands = rate, by = "
                     "'score' } }\n");
    (void)evaluate("score: 50");
    pag_text out = {.arena = &packs.arena};
    pag_sink sink = {.write = append, .ud = &out};
    pag_view view = pag_view_of(&packs.result, &packs.arena);
    view.width = 40;
    pag_whatif_write(&view, whatif_of("part", "", 10000), &sink);
    pag_str rest = pag_text_str(&out);
    assert_true(rest.len > 0);
    while (rest.len) {
        size_t len = pag_str_find(rest, '\n');
        bool body = len > 0 && *rest.at == ' '; /* head and foot are those of every result */
        if (body) assert_true(pag_text_width((pag_str){rest.at, len}) <= 40);
        rest = (pag_str){rest.at + len + 1, rest.len - len - 1};
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_nearest_mark_leads_to_the_next_band),
        TEST(several_marks_of_one_sheet_do_it_together),
        TEST(an_amount_is_found_to_the_cent),
        TEST(a_percentage_is_found_to_its_second_decimal),
        TEST(a_day_a_flag_and_a_word_are_inputs_too),
        TEST(the_nearest_word_is_that_of_the_declared_order),
        TEST(where_more_can_be_worse_value_by_value_is_tried),
        TEST(what_breaks_a_condition_does_not_count),
        TEST(values_of_rules_and_of_declared_sums_stay),
        TEST(a_mean_is_moved_by_others_too_the_own_one_first),
        TEST(amounts_that_become_others_are_told),
        TEST(what_is_not_written_is_tried_with_each_value),
        TEST(words_and_days_may_be_left_out_too),
        TEST(what_was_not_all_tried_is_not_said_to_be_complete),
        TEST(a_narrow_band_far_away_is_come_upon),
        TEST(a_criterion_that_does_not_apply_is_tried_with_a_mark),
        TEST(what_is_withheld_stays_so_and_a_budget_that_ends_is_told),
        TEST(a_narrow_terminal_gets_short_lines),
    };
    return cmocka_run_group_tests_name("whynot", tests, NULL, NULL);
}
