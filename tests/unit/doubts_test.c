/* Values that are still to be confirmed: what rests on them, what is told, and where they may
 * stand. */
#include "bind/bind.h"
#include "packs.h"

/* The reasons that a figure rests on, in the order of the rules: "una; due". */
static const char *rests_on(const char *tail, const char *entry)
{
    const pag_figure *f = figure_for(tail, entry);
    pag_text out = {.arena = &packs.arena};
    for (size_t i = 0; f->doubts && i < f->doubts->n; i++) {
        if (i) pag_text_put(&out, PAG_STR("; "));
        pag_text_put(&out, f->doubts->at[i]->why);
    }
    pag_text_byte(&out, '\0');
    return out.at;
}

static void assert_rests(const char *tail, const char *entry, const char *expected)
{
    assert_int_equal(packs.status, PAG_OK);
    assert_string_equal(rests_on(tail, entry), expected);
}

/* --- what rests on a doubt --- */

static void a_fixed_value_reaches_all_that_read_it_and_nothing_else(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  full = money { value = to_confirm(1200, \"una\") },\n"
                "  part = percent { value = to_confirm(\"50%\", \"due\") },\n"
                "  half = money { of = function(s) return s.full * s.part end },\n"
                "  pay = money { payable = true, round = \"cent\",\n"
                "    of = function(s) return s.half + s.full end },\n"
                "  apart = money { payable = true, round = \"cent\",\n"
                "    of = function() return 5 end },\n"
                "}\n");
    evaluate("{}");
    assert_rests("full", "", "una");
    assert_rests("half", "", "una; due");
    assert_rests("pay", "", "una; due");
    assert_rests("apart", "", "");
    assert_string_equal(value_for("pay", ""), "1800.00");
    assert_true(pag_figure_is_doubtful(figure("pay")));
    assert_false(pag_figure_is_doubtful(figure("half"))); /* nobody is paid by it */
    assert_false(pag_figure_is_doubtful(figure("apart")));
}

static void whatever_reads_a_withheld_amount_is_withheld_too(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  fund = money { value = 100 },\n"
                "  rate = percent { value = to_confirm(\"30%\", \"una\") },\n"
                "  base = money { of = function(s) return s.fund * s.rate end },\n"
                "  item = list { name = text {},\n"
                "    weight = number {},\n"
                "    pay = money { payable = true, round = \"cent\",\n"
                "      split = { whole = \"fund\", by = \"weight\", rest = \"largest\" } },\n"
                "    bonus = money { payable = true, round = \"cent\",\n"
                "      of = function(i, s) return s.base * i.weight end } },\n"
                "  left = money { min = -1000,\n"
                "    of = function(s) return s.fund - sum(s.item, \"bonus\") end },\n"
                "  short = flag { of = function(s) return s.left < 0 end },\n"
                "  apart = money { of = function(s) return sum(s.item, \"pay\") end },\n"
                "}\n");
    evaluate("item: [{name: A, weight: 1}, {name: B, weight: 2}]");
    assert_int_equal(packs.status, PAG_OK);
    assert_false(pag_figure_is_withheld(figure("fund")));
    assert_true(pag_figure_is_withheld(figure("base"))); /* an amount, whoever is paid by it */
    assert_false(pag_figure_is_withheld(figure("rate")));
    assert_true(pag_figure_is_withheld(figure_for("bonus", "a")));
    assert_true(pag_figure_is_withheld(figure("left")));
    assert_false(pag_figure_is_doubtful(figure("left"))); /* but nobody is paid by it */
    assert_true(pag_figure_is_withheld(figure("short")));
    assert_false(pag_figure_is_withheld(figure("apart")));
}

/* Whatever the others' weights and the whole come to, when they are confirmed. */
static void a_part_of_a_sure_zero_weight_rests_on_nothing(void **state)
{
    (void)state;
    static const char *const rests[] = {"largest", "first", "keep", "b"};
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
        const char *rules =
            packs_join("return subject {\n"
                       "  fund = money { value = to_confirm(100, \"fondo\") },\n"
                       "  rate = number { value = to_confirm(3, \"tasso\") },\n"
                       "  item = list { name = text {}, mark = number {}, late = flag {},\n"
                       "    weight = number { of = function(i, s) return i.mark * s.rate end,\n"
                       "      unless = { { function(i) return i.late end, \"tardi\" } } },\n"
                       "    pay = money { payable = true, round = \"cent\",\n"
                       "      split = { whole = \"fund\", by = \"weight\", rest = \"",
                       rests[i], "\" } } },\n}\n");
        write_rules(rules);
        assert_true(load());
        evaluate("item: [{name: A, mark: 1, late: false}, {name: B, mark: 2, late: true},\n"
                 "  {name: C, mark: 0, late: false}, {name: D, mark: 5, late: false}]");
        bool receives = i + 1 == sizeof rests / sizeof *rests;
        assert_int_equal(packs.status, PAG_OK);
        assert_true(pag_figure_is_withheld(figure_for("pay", "a")));
        assert_int_equal(pag_figure_is_withheld(figure_for("pay", "b")), receives);
        assert_rests("pay", "b", receives ? "fondo; tasso" : "");
        assert_true(pag_figure_is_withheld(figure_for("pay", "c"))); /* by a doubtful rate */
    }
}

/* What is read behind that reason, only where it does not hold, is nobody's to see. */
static void a_doubtful_reason_for_zero_is_the_last_thing_told(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  least = points { value = to_confirm(60, \"soglia\") },\n"
                "  rate = percent { value = to_confirm(\"30%\", \"tasso\") },\n"
                "  item = list { name = text {}, mark = points {}, late = flag {}, base = money { "
                "default = 9 },\n"
                "    pay = money { payable = true, round = \"cent\",\n"
                "      unless = { { function(i) return i.late end, \"tardi\" },\n"
                "        { function(i, s) return i.mark >= s.least end, \"alto\" } },\n"
                "      of = function(i, s) return i.base * s.rate end } },\n"
                "  all = money { of = function(s) return sum(s.item, \"pay\") end },\n"
                "}\n");
    evaluate("item: [{name: A, mark: 70, late: false}, {name: B, mark: 50, late: false},\n"
             "  {name: C, mark: 50, late: true}]");
    assert_rests("pay", "a", "soglia");
    assert_rests("pay", "b", "soglia; tasso");
    assert_rests("pay", "c", "");
    static const char *const entries[] = {"a", "b"};
    for (size_t i = 0; i < 2; i++) {
        const pag_figure *pay = figure_for("pay", entries[i]);
        assert_int_equal(pag_figure_steps(pay, false), 3);
        assert_int_equal(pag_figure_doubts(pay, false)->n, 1);
    }
    const pag_figure *pay = figure_for("pay", "b");
    assert_int_equal(pag_figure_steps(pay, true), pay->n_steps);
    assert_int_equal(pag_figure_doubts(pay, true)->n, 2);
    assert_int_equal(pag_figure_doubts(figure("all"), false)->n, 1);
}

static void a_default_is_doubtful_only_where_it_is_taken(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  item = list { name = text {},\n"
                "    days = whole { default = to_confirm(365, \"bisestile?\") },\n"
                "    pay = money { payable = true, round = \"cent\",\n"
                "      of = function(i, s) return i.days * s.a_day end } },\n"
                "  a_day = money { value = 2 },\n"
                "  pay = money { payable = true, round = \"cent\",\n"
                "    of = function(s) return sum(s.item, \"pay\") end },\n"
                "}\n");
    evaluate("item: [{name: A, days: 10}, {name: B}]");
    assert_rests("days", "a", "");
    assert_rests("pay", "a", "");
    assert_rests("pay", "b", "bisestile?");
    assert_rests("person.pay", "", "bisestile?");
}

static void a_row_is_doubtful_only_for_those_who_are_in_it(void **state)
{
    (void)state;
    write_rules("local rate = bands \"rate\" {\n"
                "  { from = 0, below = 60, give = \"0%\" },\n"
                "  { from = 60, to = 100, give = to_confirm(\"10%\", \"riga\") } }\n"
                "return subject {\n"
                "  item = list { name = text {}, score = points {},\n"
                "    share = percent { bands = rate, by = \"score\" },\n"
                "    called = percent { of = function(i) return rate(i.score) end } } }\n");
    evaluate("item: [{name: A, score: 59}, {name: B, score: 60}]");
    assert_rests("share", "a", "");
    assert_rests("called", "a", "");
    assert_rests("share", "b", "riga");
    assert_rests("called", "b", "riga");
    assert_string_equal(value_for("share", "b"), "10");
}

/* The mark is about the edges of its row, and a neighbour that has not written its own ends there.
 */
static void a_row_that_ends_where_a_doubtful_one_begins_is_doubtful(void **state)
{
    (void)state;
    write_rules("local begins = bands \"begins\" {\n"
                "  { from = 0, give = \"0%\" }, { from = 60, give = \"60%\" },\n"
                "  { from = 80, give = to_confirm(\"100%\", \"da 80\") } }\n"
                "local ends = bands \"ends\" {\n"
                "  { to = 60, give = { a = to_confirm(\"0%\", \"fino a 60\"), b = \"0%\" } },\n"
                "  { to = 80, give = { a = \"60%\", b = \"60%\" } },\n"
                "  { above = 80, give = { a = \"100%\", b = \"100%\" } } }\n"
                "return subject {\n"
                "  item = list { name = text {}, score = points {},\n"
                "    begun = percent { bands = begins, by = \"score\" },\n"
                "    called = percent { of = function(i) return begins(i.score) end },\n"
                "    ended = percent { bands = ends, by = \"score\", give = \"a\" },\n"
                "    other = percent { bands = ends, by = \"score\", give = \"b\" } } }\n");
    evaluate("item: [{name: A, score: 59}, {name: B, score: 78}, {name: C, score: 81}]");
    assert_rests("begun", "a", "");
    assert_rests("begun", "b", "da 80");
    assert_rests("called", "b", "da 80");
    assert_rests("begun", "c", "da 80");
    assert_rests("ended", "a", "fino a 60");
    assert_rests("ended", "b", "fino a 60");
    assert_rests("other", "b", "");
    assert_rests("ended", "c", "");
}

static void
a_doubtful_row_that_gives_nothing_of_that_name_ends_its_neighbour_all_the_same(void **state)
{
    (void)state;
    write_rules("local m = bands \"m\" {\n"
                "  { from = 0, give = { u = 100, v = 1 } },\n"
                "  { from = 50, give = to_confirm({ v = 2 }, \"da 50\") } }\n"
                "return subject { score = points {},\n"
                "  u = number { of = function(s) return m(s.score, \"u\") end } }\n");
    evaluate("score: 10");
    assert_rests("u", "", "da 50");
}

static void a_row_that_reaches_up_to_a_doubtful_one_is_doubtful_in_the_gap(void **state)
{
    (void)state;
    write_rules("local rate = bands \"rate\" { gaps = \"reach up\",\n"
                "  { from = 0, to = 79, give = \"60%\" },\n"
                "  { from = 80, to = 100, give = to_confirm(\"100%\", \"da 80\") } }\n"
                "return subject {\n"
                "  item = list { name = text {}, score = points {},\n"
                "    share = percent { bands = rate, by = \"score\" } } }\n");
    evaluate("item: [{name: A, score: 79}, {name: B, score: \"79.5\"}]");
    assert_rests("share", "a", "");
    assert_rests("share", "b", "da 80");
    assert_string_equal(value_for("share", "b"), "60");
}

static void of_several_values_of_a_row_only_the_one_taken_counts(void **state)
{
    (void)state;
    write_rules(
        "local rate = bands \"rate\" {\n"
        "  { from = 0, below = 60, give = { a = to_confirm(\"1%\", \"a\"), b = \"2%\" } },\n"
        "  { from = 60, give = to_confirm({ a = \"3%\", b = \"4%\" }, \"tutta\") } }\n"
        "return subject {\n"
        "  item = list { name = text {}, score = points {},\n"
        "    first = percent { bands = rate, by = \"score\", give = \"a\" },\n"
        "    second = percent { bands = rate, by = \"score\", give = \"b\" },\n"
        "    called = percent { of = function(i) return rate(i.score, \"b\") end } } }\n");
    evaluate("item: [{name: A, score: 0}, {name: B, score: 60}]");
    assert_rests("first", "a", "a");
    assert_rests("second", "a", "");
    assert_rests("called", "a", "");
    assert_rests("first", "b", "tutta");
    assert_rests("second", "b", "tutta");
    assert_rests("called", "b", "tutta");
}

static void the_braces_of_a_key_may_be_doubtful_as_a_whole(void **state)
{
    (void)state;
    write_rules("local k = keyed \"k\" {\n"
                "  x = to_confirm({ v = \"50%\", w = \"20%\" }, \"una\"),\n"
                "  y = { v = \"10%\", w = to_confirm(\"5%\", \"due\") } }\n"
                "return subject { t = choice { \"x\", \"y\" },\n"
                "  v = percent { keyed = k, by = \"t\", give = \"v\" },\n"
                "  w = percent { of = function(s) return k(s.t, \"w\") end } }\n");
    evaluate("t: x");
    assert_rests("v", "", "una");
    assert_rests("w", "", "una");
    evaluate("t: y");
    assert_rests("v", "", "");
    assert_rests("w", "", "due");
}

static void a_formula_of_a_row_can_be_doubtful(void **state)
{
    (void)state;
    write_rules(
        "local due = bands \"due\" {\n"
        "  { from = 0, give = to_confirm(function(x, s) return s.base * 2 end, \"formula\") "
        "} }\n"
        "return subject { base = money {}, score = points {},\n"
        "  pay = money { bands = due, by = \"score\" } }\n");
    evaluate("base: 4.00\nscore: 1");
    assert_rests("pay", "", "formula");
    assert_string_equal(value_for("pay", ""), "8.00");
}

static void a_figure_that_only_asks_a_doubtful_one_rests_on_it(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  reading = choice { \"first\", \"second\", value = to_confirm(\"first\", "
                "\"lettura\") },\n"
                "  pay = money { payable = true, round = \"cent\", of = function(s)\n"
                "    if is(s.reading, \"first\") then return 1 end\n"
                "    return 2\n"
                "  end } }\n");
    evaluate("{}");
    assert_rests("pay", "", "lettura");
}

static void a_doubt_of_a_library_reaches_the_packs_that_use_it(void **state)
{
    (void)state;
    write_file("rules/lib/rates.lua",
               "rate = bands \"rate\" {\n"
               "  { from = 0, give = to_confirm(\"1%\", \"libreria\") } }\n");
    write_rules("use \"lib/rates\"\n"
                "return subject { score = points {},\n"
                "  share = percent { bands = rate, by = \"score\" } }\n");
    evaluate("score: 3");
    assert_rests("share", "", "libreria");
}

/* --- what is told --- */

static const char *const two_doubts = "return subject {\n"
                                      "  idle = percent { value = to_confirm(\"5%\", \"ozio\") },\n"
                                      "  full = money { value = to_confirm(8, \"una\") },\n"
                                      "  pay = money { title = \"Premio\", payable = true,\n"
                                      "    round = \"cent\",\n"
                                      "    of = function(s) return s.full end },\n"
                                      "  warn { \"si paga {pay}\",\n"
                                      "    of = function(s) return s.pay > 10 end },\n"
                                      "}\n";

static void each_doubt_is_told_once_with_what_rests_on_it(void **state)
{
    (void)state;
    write_rules(two_doubts);
    evaluate("{}");
    assert_said("W0804 person.lua:2:28; W0803 person.lua:3:26; W0321 person.lua:7:8");
    const pag_diagnostic *d = pag_diagnostics_at(packs.told, 1);
    assert_string_equal(packs_text(pag_diag_sentence(&packs.arena, d, PAG_EN, MESSAGE)),
                        "to be confirmed, full: una");
    assert_string_equal(packs_text(pag_diag_sentence(&packs.arena, d, PAG_EN, NOTE)),
                        "amounts withheld for this in evaluation.yaml: Premio");
}

static void an_amount_in_a_sentence_is_not_told(void **state)
{
    (void)state;
    write_rules(two_doubts);
    evaluate("{}");
    const pag_diagnostic *d = pag_diagnostics_at(packs.told, 2);
    assert_string_equal(packs_text(d->arguments[0]), "si paga (da confermare)");
}

static void a_draft_tells_it_and_that_it_is_to_be_confirmed(void **state)
{
    (void)state;
    write_rules(two_doubts);
    assert_true(load());
    assert_true(read_document("rules: test/2024\n"
                              "period: {from: 2024-01-01, to: 2024-12-31}\n"
                              "person: {}\n"));
    packs.evaluation->draft = true;
    pag_evaluate(packs.pack, packs.evaluation, &packs.run, &packs.result);
    const pag_diagnostic *d = pag_diagnostics_at(packs.told, 2);
    assert_string_equal(packs_text(d->arguments[0]), "si paga 8,00 € (da confermare)");
}

static void acknowledging_the_warning_releases_nothing(void **state)
{
    (void)state;
    write_rules(two_doubts);
    assert_true(load());
    evaluate_document("rules: test/2024\n"
                      "period: {from: 2024-01-01, to: 2024-12-31}\n"
                      "acknowledged: [{code: W0803, because: si sa}]\n"
                      "person: {}\n");
    assert_int_equal(packs.status, PAG_OK);
    assert_int_equal(pag_diagnostics_warnings(packs.told), 2);
    assert_true(pag_figure_is_doubtful(figure("pay")));
}

static void rules_without_doubts_are_not_looked_through(void **state)
{
    (void)state;
    write_rules("return subject { a = money {}, b = money { of = function(s) return s.a end } }\n");
    evaluate("a: 1.00");
    assert_figure("b", "1.00");
    assert_null(figure("b")->doubts);
}

/* --- where it may stand --- */

static void the_reason_is_required(void **state)
{
    (void)state;
    assert_refused("return subject { a = money { value = to_confirm(5) } }\n",
                   "E0800 person.lua:1:38");
    assert_refused("return subject { a = money { value = to_confirm(5, \"  \") } }\n",
                   "E0800 person.lua:1:38");
    assert_string_equal(sentence(HELP), "write the reason after the value, in quotes:  "
                                        "to_confirm(5, \"the regulation is not published\")");
    assert_refused("return subject { a = money { value = to_confirm(5, true) } }\n",
                   "E0800 person.lua:1:38");
    assert_refused("return subject { a = money { value = to_confirm() } }\n",
                   "E0466 person.lua:1:38");
    assert_refused("return subject { a = money { value = to_confirm(1, \"a\", \"b\") } }\n",
                   "E0466 person.lua:1:38");
}

static void it_stands_only_where_a_value_is_taken(void **state)
{
    (void)state;
    static const char *const attributes[] = {
        "min = to_confirm(1, \"x\")",          "sum = to_confirm(1, \"x\")",
        "title = to_confirm(\"a\", \"x\")",    "payable = to_confirm(true, \"x\")",
        "round = to_confirm(\"cent\", \"x\")", "bands = to_confirm(\"b\", \"x\")"};
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        const char *rule =
            packs_join("return subject { i = list { name = text {},\n a = money {\n  ",
                       attributes[i], " } } }\n");
        write_rules(rule);
        assert_false(load());
        assert_non_null(strstr(said(), "E0801 person.lua:3:"));
    }
    assert_refused("local b = bands \"b\" { round = to_confirm(0, \"x\"),\n"
                   "  gaps = to_confirm(\"refuse\", \"y\"),\n"
                   "  { from = 0, to = 4, give = \"1%\" }, { from = 5, give = \"2%\" } }\n"
                   "return subject { a = money {} }\n",
                   "E0801 person.lua:1:31; E0801 person.lua:2:10");
    assert_refused("local b = bands \"b\" { { from = to_confirm(0, \"x\"), give = \"1%\" } }\n"
                   "return subject { a = money {} }\n",
                   "E0801 person.lua:1:32");
    assert_refused("return subject { a = money { value = to_confirm(to_confirm(1, \"x\"), \"y\") } "
                   "}\n",
                   "E0801 person.lua:1:49");
}

/* A formula that tests one would take it for true. */
static void formulas_never_meet_one(void **state)
{
    (void)state;
    assert_refused("return subject { a = money {\n"
                   "  of = function(s) return to_confirm(3, \"x\") end } }\n",
                   "E0801 person.lua:2:27");
    assert_refused("local no = to_confirm(false, \"x\")\n"
                   "return subject { a = money { of = function()\n"
                   "  if no then return 1 end\n  return 2\nend } }\n",
                   "E0801 person.lua:1:12");
    assert_refused("local t = { no = to_confirm(false, \"x\") }\n"
                   "return subject { a = money { of = function()\n"
                   "  if t.no then return 1 end\n  return 2\nend } }\n",
                   "E0801 person.lua:1:18");
}

static void the_value_itself_is_judged_at_its_place(void **state)
{
    (void)state;
    assert_refused("return subject { a = percent { value = to_confirm(\"30\", \"x\") } }\n",
                   "E0116 person.lua:1:51");
    assert_refused("return subject { a = money { max = 5, default = to_confirm(6, \"x\") } }\n",
                   "E0233 person.lua:1:60");
    assert_refused("local b = bands \"b\" { { from = 0, give = to_confirm(\"4\", \"x\") } }\n"
                   "return subject { s = points {}, a = percent { bands = b, by = \"s\" } }\n",
                   "E0116 person.lua:1:53");
}

/* --- what a pack has left to confirm --- */

/* "full = 1200: una; premium = 60%: due". */
static const char *unconfirmed(void)
{
    const pag_doubt **doubts;
    pag_text out = {.arena = &packs.arena};
    size_t n = pag_bind_unconfirmed(pag_pack_bind(packs.pack), &packs.arena, &doubts);
    for (size_t i = 0; i < n; i++) {
        const pag_doubt *d = doubts[i];
        if (i) pag_text_put(&out, PAG_STR("; "));
        pag_text_put(&out, pag_text_join(&packs.arena, 5, d->about, PAG_STR(" = "), d->text,
                                         PAG_STR(": "), d->why));
    }
    pag_text_byte(&out, '\0');
    return out.at;
}

static void a_pack_knows_what_is_to_be_confirmed_before_anything_is_evaluated(void **state)
{
    (void)state;
    assert_loads("local premium = bands \"premium\" { title = \"Premio\",\n"
                 "  { from = 0, to = 10, give = to_confirm('60%', \"due\") } }\n"
                 "return subject {\n"
                 "  full = money { value = to_confirm(1200, \"una\"), title = \"Intero\" },\n"
                 "  p = points {}, rate = percent { bands = premium, by = \"p\" },\n"
                 "}\n");
    assert_string_equal(unconfirmed(), "Premio = 60%: due; Intero = 1200: una");
    assert_loads("return subject { full = money {} }\n");
    assert_string_equal(unconfirmed(), "");
}

static void what_a_loop_repeats_is_confirmed_once(void **state)
{
    (void)state;
    assert_loads("local rows = {}\n"
                 "for i = 1, 3 do\n"
                 "  local row = { give = to_confirm(\"60%\", \"una\") }\n"
                 "  rows[i] = row\n"
                 "end\n"
                 "return subject { full = money {} }\n");
    assert_string_equal(unconfirmed(), " = 60%: una");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_fixed_value_reaches_all_that_read_it_and_nothing_else),
        TEST(a_pack_knows_what_is_to_be_confirmed_before_anything_is_evaluated),
        TEST(what_a_loop_repeats_is_confirmed_once),
        TEST(whatever_reads_a_withheld_amount_is_withheld_too),
        TEST(a_part_of_a_sure_zero_weight_rests_on_nothing),
        TEST(a_doubtful_reason_for_zero_is_the_last_thing_told),
        TEST(a_default_is_doubtful_only_where_it_is_taken),
        TEST(a_row_is_doubtful_only_for_those_who_are_in_it),
        TEST(a_row_that_ends_where_a_doubtful_one_begins_is_doubtful),
        TEST(a_doubtful_row_that_gives_nothing_of_that_name_ends_its_neighbour_all_the_same),
        TEST(a_row_that_reaches_up_to_a_doubtful_one_is_doubtful_in_the_gap),
        TEST(of_several_values_of_a_row_only_the_one_taken_counts),
        TEST(the_braces_of_a_key_may_be_doubtful_as_a_whole),
        TEST(a_formula_of_a_row_can_be_doubtful),
        TEST(a_figure_that_only_asks_a_doubtful_one_rests_on_it),
        TEST(a_doubt_of_a_library_reaches_the_packs_that_use_it),
        TEST(each_doubt_is_told_once_with_what_rests_on_it),
        TEST(an_amount_in_a_sentence_is_not_told),
        TEST(a_draft_tells_it_and_that_it_is_to_be_confirmed),
        TEST(acknowledging_the_warning_releases_nothing),
        TEST(rules_without_doubts_are_not_looked_through),
        TEST(the_reason_is_required),
        TEST(it_stands_only_where_a_value_is_taken),
        TEST(formulas_never_meet_one),
        TEST(the_value_itself_is_judged_at_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
