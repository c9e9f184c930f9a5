/* A whole shared out among the entries of a list, figures that a reason makes zero, and conditions
 * that point at what was given. */
#include "explain/tree.h"
#include "packs.h"

/* --- what is shared out --- */

#define SHARED(attributes)                                                                         \
    "return subject {\n"                                                                           \
    "  fund = money { min = -1000, title = \"Fondo\" },\n"                                         \
    "  person = list {\n"                                                                          \
    "    name = text {}, units = number {}, old = number { default = 1 },\n"                       \
    "    pay = money { " attributes " },\n"                                                        \
    "  },\n"                                                                                       \
    "  left = money { of = function(s) return s.fund - sum(s.person, \"pay\") end },\n"            \
    "}\n"
#define BY_UNITS(rest)                                                                             \
    SHARED("payable = true, round = \"cent\",\n"                                                   \
           "      split = { whole = \"fund\", by = \"units\", rest = " rest " }")

static void assert_parts(const char *anna, const char *bruno, const char *carlo, const char *left)
{
    assert_figure_for("person.pay", "anna", anna);
    assert_figure_for("person.pay", "bruno", bruno);
    assert_figure_for("person.pay", "carlo", carlo);
    assert_figure("person.left", left);
}

#define PERSON(name, units) "  - {name: " name ", units: " units "}\n"

static void parts_are_rounded_down_and_the_rest_goes_where_rounding_took_most(void **state)
{
    (void)state;
    write_rules(BY_UNITS("\"largest\""));
    evaluate("fund: 1000.00\nperson:\n" PERSON("Anna", "500") PERSON("Bruno", "400")
                 PERSON("Carlo", "300"));
    assert_parts("416.67", "333.33", "250.00", "0.00");
}

static void the_order_of_the_file_does_not_matter(void **state)
{
    (void)state;
    write_rules(BY_UNITS("\"largest\""));
    evaluate("fund: 100.00\nperson:\n" PERSON("Anna", "1") PERSON("Bruno", "1")
                 PERSON("Carlo", "1"));
    assert_parts("33.34", "33.33", "33.33", "0.00");
    evaluate("fund: 100.00\nperson:\n" PERSON("Carlo", "1") PERSON("Bruno", "1")
                 PERSON("Anna", "1"));
    assert_parts("33.34", "33.33", "33.33", "0.00");
}

static void the_rest_goes_to_whom_the_rules_name(void **state)
{
    static const char given[] =
        "fund: 200.00\nperson:\n" PERSON("Carlo", "1") PERSON("Anna", "0") PERSON("Bruno", "2");
    (void)state;
    write_rules(BY_UNITS("\"first\""));
    evaluate(given);
    assert_parts("0.00", "133.34", "66.66", "0.00");
    write_rules(BY_UNITS("\"carlo\""));
    load();
    evaluate(given);
    assert_parts("0.00", "133.33", "66.67", "0.00");
    write_rules(BY_UNITS("\"keep\""));
    load();
    evaluate(given);
    assert_parts("0.00", "133.33", "66.66", "0.01");
}

static void the_residue_is_what_the_parent_has_left(void **state)
{
    (void)state;
    write_rules(BY_UNITS("\"keep\""));
    evaluate("fund: 12.00\nperson:\n" PERSON("Anna", "0") PERSON("Bruno", "0")
                 PERSON("Carlo", "0"));
    assert_parts("0.00", "0.00", "0.00", "12.00");
}

static void nothing_to_share_out_gives_everybody_nothing(void **state)
{
    (void)state;
    write_rules(BY_UNITS("\"largest\""));
    evaluate("fund: 0.00\nperson:\n" PERSON("Anna", "0") PERSON("Bruno", "0") PERSON("Carlo", "0"));
    assert_parts("0.00", "0.00", "0.00", "0.00");
    evaluate("fund: 0.00\nperson:\n" PERSON("Anna", "1") PERSON("Bruno", "0") PERSON("Carlo", "2"));
    assert_parts("0.00", "0.00", "0.00", "0.00");
}

static void rules_can_say_that_the_whole_stays_when_nobody_has_a_weight(void **state)
{
    (void)state;
    write_rules(BY_UNITS("\"first\", nobody = \"keep\""));
    evaluate("fund: 12.01\nperson:\n" PERSON("Anna", "0") PERSON("Bruno", "0")
                 PERSON("Carlo", "0"));
    assert_parts("0.00", "0.00", "0.00", "12.01");
    evaluate("fund: 12.01\nperson:\n" PERSON("Anna", "0") PERSON("Bruno", "1")
                 PERSON("Carlo", "1"));
    assert_parts("0.00", "6.01", "6.00", "0.00");
    assert_refused(BY_UNITS("\"first\", nobody = \"first\""), "E0895 person.lua:6:72");
    assert_refused(BY_UNITS("\"first\", nobody = true"), "E0895 person.lua:6:72");
}

static void each_entry_of_an_outer_list_shares_its_own_whole_by_computed_weights(void **state)
{
    (void)state;
    write_rules(
        "return subject {\n"
        "  fund = money {}, key = percent {},\n"
        "  area = list { name = text {}, heads = whole {},\n"
        "    fund = money { round = \"cent\",\n"
        "      split = { whole = \"fund\", by = \"heads\", rest = \"largest\" } },\n"
        "    person = list { name = text {}, score = points {},\n"
        "      weight = points { of = function(p, a, s) return p.score * s.key end },\n"
        "      pay = money { round = { step = \"0.50\" },\n"
        "        split = { whole = \"fund\", by = \"weight\", rest = \"keep\" } } },\n"
        "    left = money { of = function(a) return a.fund - sum(a.person, \"pay\") end },\n"
        "  },\n"
        "}\n");
    evaluate("fund: 100.00\nkey: 50%\narea:\n"
             "  - {name: A, heads: 1, person: [{name: P, score: 10}, {name: Q, score: 20}]}\n"
             "  - {name: B, heads: 2, person: [{name: R, score: 7}]}");
    assert_figure_for("area.fund", "a", "33.33");
    assert_figure_for("area.fund", "b", "66.67");
    assert_figure_for("pay", "p", "11.00");
    assert_figure_for("pay", "q", "22.00");
    assert_figure_for("pay", "r", "66.50");
    assert_figure_for("area.left", "a", "0.33");
}

static void a_percentage_is_shared_in_steps_of_percentages(void **state)
{
    (void)state;
    write_rules("return subject { rate = percent {}, m = list { name = text {}, by = number {},\n"
                "  part = percent { round = { step = \"1%\" },\n"
                "    split = { whole = \"rate\", by = \"by\", rest = \"largest\" } } } }\n");
    evaluate("rate: 10%\nm: [{name: A, by: 1}, {name: B, by: 1}, {name: C, by: 1}]");
    assert_figure_for("part", "a", "4");
    assert_figure_for("part", "b", "3");
}

/* --- the trace --- */

static void a_part_remembers_its_share_and_all_weights(void **state)
{
    (void)state;
    write_rules(BY_UNITS("\"largest\""));
    evaluate("fund: 1000.00\nperson:\n" PERSON("Bruno", "700") PERSON("Anna", "500"));
    const pag_figure *pay = figure_for("person.pay", "anna");
    const pag_step *step = &pay->steps[pay->n_steps - 1];
    assert_int_equal(step->kind, PAG_STEP_SHARED);
    assert_int_equal(step->n, 2);
    const pag_part *part = &step->sharing->parts[step->chosen];
    assert_string_equal(packs_text(pag_number_plain(&packs.arena, part->exact)), "1250/3");
    assert_string_equal(packs_text(pag_number_plain(&packs.arena, part->down)), "416.66");
    assert_string_equal(packs_text(pag_number_plain(&packs.arena, part->rest)), "0.01");
    assert_ptr_equal(step->figures[0], figure_for("units", "anna"));
    assert_ptr_equal(step->figures[1], figure_for("units", "bruno"));
}

static bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

typedef void writer(const pag_view *view, const pag_figure *figure, pag_sink *sink);

static const char *written(const pag_figure *figure, pag_lang lang, writer *write)
{
    pag_text out = {.arena = &packs.arena};
    pag_sink sink = {.write = append, .ud = &out};
    pag_view view = pag_view_of(&packs.result, &packs.arena);
    view.width = 300;
    view.lang = lang;
    write(&view, figure, &sink);
    return packs_text(pag_text_str(&out));
}

static void assert_explained(const char *tail, const char *entry, const char *line)
{
    assert_string_equal(said(), "");
    const char *text = written(figure_for(tail, entry), PAG_IT, pag_tree_write);
    if (!strstr(text, line)) fail_msg("not there: \"%s\" in\n%s", line, text);
}

static void explain_says_in_a_line_who_got_the_rest_and_why(void **state)
{
    static const char given[] =
        "fund: 1000.00\nperson:\n" PERSON("Anna", "1") PERSON("Bruno", "1") PERSON("Carlo", "1");
    (void)state;
    write_rules(BY_UNITS("\"largest\""));
    evaluate(given);
    assert_explained("person.pay", "anna",
                     "1 di 3 quote di 1.000,00 €: 333,3333… → 333,33, più 0,01 del resto; il resto "
                     "di 0,01 va a chi ha perso di più nell'arrotondamento (a parità, in ordine di "
                     "identificativo): Anna");
    assert_explained("person.pay", "bruno", "333,3333… → 333,33; il resto di 0,01 va a chi");
    write_rules(BY_UNITS("\"bruno\""));
    load();
    evaluate(given);
    assert_explained("person.pay", "anna", "; il resto di 0,01 va per regola a Bruno");
    write_rules(BY_UNITS("\"first\""));
    load();
    evaluate(given);
    assert_explained("person.pay", "carlo",
                     "; il resto di 0,01 va al primo in ordine di identificativo: Anna");
    write_rules(BY_UNITS("\"keep\""));
    load();
    evaluate(given);
    assert_explained("person.pay", "anna", "; il resto di 0,01 non va a nessuno");
    evaluate("fund: 9.00\nperson:\n" PERSON("Anna", "1") PERSON("Bruno", "2"));
    assert_explained("person.pay", "anna", "1 di 3 quote di 9,00 €: 3,00; non avanza niente");
}

static void assert_never_tells(const char *text, const char *amount)
{
    if (strstr(text, amount)) fail_msg("told: \"%s\" in\n%s", amount, text);
}

static void a_part_of_what_is_to_be_confirmed_is_withheld_with_all_that_gives_it_away(void **state)
{
    (void)state;
    write_rules("return subject { fund = money { value = 1000 }, person = list { name = text {},\n"
                "  units = number { default = to_confirm(2, \"non pubblicato\") },\n"
                "  pay = money { payable = true, round = \"cent\",\n"
                "    split = { whole = \"fund\", by = \"units\", rest = \"largest\" } },\n"
                "  due = money { payable = true, round = \"cent\", of = function(p) return 5 end,\n"
                "    unless = { { function(p) return p.units > 1 end, \"paga {pay}\" } } } } }\n");
    evaluate("person: [{name: Anna, units: 1}, {name: Bruno}]");
    assert_int_equal(packs.status, PAG_OK);
    const char *anna = written(figure_for("pay", "anna"), PAG_IT, pag_tree_write);
    assert_non_null(strstr(anna, "da confermare"));
    assert_never_tells(anna, "333,3");
    anna = written(figure_for("pay", "anna"), PAG_IT, pag_tree_write_json);
    assert_non_null(strstr(anna, "\"exact\":null"));
    assert_never_tells(anna, "333.3");
    assert_never_tells(written(figure_for("due", "bruno"), PAG_IT, pag_tree_write), "666,6");
}

/* --- what cannot be shared out --- */

static void a_split_that_is_not_whole_is_refused_when_it_loads(void **state)
{
    (void)state;
    assert_refused(SHARED("round = \"cent\", split = \"fund\""), "E0741 person.lua:5:43");
    assert_refused(SHARED("round = \"cent\", split = { whole = \"fund\", by = \"units\" }"),
                   "E0741 person.lua:5:43");
    assert_refused(
        SHARED("round = \"cent\", split = { whole = \"fund\", by = \"units\", rests = \"x\" }"),
        "E0741 person.lua:5:43; E0124 person.lua:5:75");
    assert_refused(SHARED("split = { whole = \"fund\", by = \"units\", rest = \"keep\" }"),
                   "E0745 person.lua:5:5");
    assert_refused(SHARED("round = { step = \"0.01\", mode = \"down\" },\n"
                          " split = { whole = \"fund\", by = \"units\", rest = \"keep\" }"),
                   "E0746 person.lua:5:27");
    assert_refused("return subject { a = money {}, b = number {}, c = money { round = \"cent\",\n"
                   "  split = { whole = \"a\", by = \"b\", rest = \"keep\" } } }\n",
                   "E0740 person.lua:2:11");
}

static void a_part_is_of_the_kind_of_its_whole_and_both_are_numbers(void **state)
{
    (void)state;
    assert_refused(
        SHARED("round = \"cent\", split = { whole = \"person\", by = \"name\", rest = \"keep\" }"),
        "E0742 person.lua:5:53; E0743 person.lua:5:68");
    assert_refused(
        SHARED("round = \"cent\", split = { whole = \"units\", by = \"fund\", rest = \"keep\" }"),
        "E0752 person.lua:5:53; E0752 person.lua:5:67");
    assert_refused(
        SHARED("round = \"cent\", split = { whole = \"funds\", by = \"unit\", rest = \"keep\" }"),
        "E0467 person.lua:5:53; E0467 person.lua:5:67");
    assert_refused("return subject { a = points {}, l = list { name = text {}, b = number {},\n"
                   "  c = money { round = \"cent\",\n"
                   "    split = { whole = \"a\", by = \"b\", rest = \"keep\" } } } }\n",
                   "E0744 person.lua:3:23");
    assert_refused("return subject { a = whole {}, l = list { name = text {}, b = number {},\n"
                   "  c = whole { round = { step = \"0.5\" },\n"
                   "    split = { whole = \"a\", by = \"b\", rest = \"keep\" } } } }\n",
                   "E0747 person.lua:2:23");
}

static void what_cannot_be_shared_out_is_told_once_at_its_place(void **state)
{
    (void)state;
    write_rules(BY_UNITS("\"largest\""));
    evaluate("fund: 10.00\nperson:\n" PERSON("Anna", "0") PERSON("Bruno", "0"));
    assert_said("E0754 evaluation.yaml:6:5");
    evaluate("fund: 10.00\nperson:\n" PERSON("Anna", "1") PERSON("Bruno", "-1"));
    assert_said("E0755 evaluation.yaml:7:28");
    assert_string_equal(sentence(MESSAGE), "\"units\" is a weight and below zero: -1");
    evaluate("fund: -10.00\nperson:\n" PERSON("Anna", "1") PERSON("Bruno", "1"));
    assert_said("E0756 evaluation.yaml:4:9");
    write_rules("return subject { fund = money {}, m = list { name = text {},\n"
                "  by = number { optional = true }, pay = money { round = \"cent\",\n"
                "    split = { whole = \"fund\", by = \"by\", rest = \"keep\" } } } }\n");
    load();
    evaluate("fund: 1.00\nm: [{name: A, by: 1}, {name: B}]");
    assert_said("E0759 evaluation.yaml:5:25");
    write_rules(BY_UNITS("\"dora\""));
    load();
    evaluate("fund: 10.00\nperson:\n" PERSON("Anna", "1") PERSON("Bruno", "1"));
    assert_said("E0757 person.lua:6:54");
}

#define OF_A_THIRD(rest)                                                                           \
    "return subject { fund = money {}, third = money { of = function(s) return s.fund / 3 end "    \
    "},\n"                                                                                         \
    "  m = list { name = text {}, by = number {}, pay = money { round = \"cent\",\n"               \
    "    split = { whole = \"third\", by = \"by\", rest = \"" rest "\" } } },\n"                   \
    "  left = money { of = function(s) return s.third - sum(s.m, \"pay\") end } }\n"

static void a_fraction_of_a_cent_is_nobodys_but_may_be_kept(void **state)
{
    (void)state;
    write_rules(OF_A_THIRD("first"));
    evaluate("fund: 1.00\nm: [{name: A, by: 1}, {name: B, by: 1}]");
    assert_said("E0758 person.lua:3:23");
    assert_string_equal(sentence(MESSAGE), "\"third\" is 0,3333… €, and cannot be shared out "
                                           "in steps of 0,01 €");
    write_rules(OF_A_THIRD("keep"));
    load();
    evaluate("fund: 1.00\nm: [{name: A, by: 1}, {name: B, by: 1}]");
    assert_figure_for("pay", "b", "0.16");
    assert_figure("left", "1/75");
}

static void a_weight_that_needs_the_part_is_a_circle(void **state)
{
    (void)state;
    write_rules("return subject { fund = money {}, apart = money { of = function(s)\n"
                "    return s.fund * 2 end }, m = list { name = text {},\n"
                "  by = money { of = function(p) return p.pay + 1 end },\n"
                "  pay = money { round = \"cent\",\n"
                "    split = { whole = \"fund\", by = \"by\", rest = \"keep\" } } } }\n");
    evaluate("fund: 1.00\nm: [{name: A}, {name: B}]");
    assert_int_equal(packs.status, PAG_INVALID);
    assert_int_equal(first_said()->code, PAG_E0301);
    assert_string_equal(value_for("apart", ""), "2.00");
}

static void a_weight_that_fails_fails_all_parts_and_nothing_else(void **state)
{
    (void)state;
    write_rules("return subject { fund = money {}, m = list { name = text {}, n = number {},\n"
                "  by = number { of = function(p) return 1 / p.n end },\n"
                "  good = number { of = function(p) return p.n + 1 end },\n"
                "  pay = money { round = \"cent\",\n"
                "    split = { whole = \"fund\", by = \"by\", rest = \"keep\" } } } }\n");
    evaluate("fund: 1.00\nm: [{name: A, n: 1}, {name: B, n: 0}, {name: C, n: 2}]");
    assert_said("E0459 person.lua:2:43");
    assert_int_equal(figure_for("pay", "a")->state, PAG_FAILED);
    assert_int_equal(figure_for("pay", "c")->state, PAG_FAILED);
    assert_string_equal(value_for("good", "c"), "3");
}

/* --- unless --- */

static const char excused[] =
    "local rates = bands \"rates\" { { from = 0, to = 10, give = \"50%\" } }\n"
    "local function away(p) return p.days < 30 end\n"
    "return subject {\n"
    "  person = list {\n"
    "    name = text {}, days = whole {}, zero = number { value = 0 },\n"
    "    sanction = choice { \"none\", \"verbal\", \"written\", default = \"none\" },\n"
    "    rate = percent { bands = rates, by = \"days\", unless = { { away, \"assente\" } } },\n"
    "    pay = money { payable = true, round = \"cent\", of = function(p) return 10 / p.zero end,\n"
    "      unless = {\n"
    "        { function(p) return above(p.sanction, \"verbal\") end, \"sanzione: {sanction}\" },\n"
    "        { away, \"solo {days} giorni\" },\n"
    "      } },\n"
    "  },\n"
    "  pay = money { of = function(s) return sum(s.person, \"pay\") end },\n"
    "}\n";

static void the_first_reason_that_holds_makes_the_figure_zero_and_no_formula_runs(void **state)
{
    (void)state;
    write_rules(excused);
    evaluate("person:\n  - {name: A, days: 20}\n  - {name: B, days: 20, sanction: written}");
    assert_figure_for("person.person.pay", "a", "0.00");
    assert_figure("person.pay", "0.00");
    assert_figure_for("rate", "a", "0");
    assert_string_equal(packs_text(figure_for("person.person.pay", "a")->zeroed->because),
                        "solo 20 giorni");
    assert_string_equal(packs_text(figure_for("person.person.pay", "b")->zeroed->because),
                        "sanzione: written");
    assert_explained("person.person.pay", "b", "0,00 € perché: sanzione: written");
    evaluate("person: [{name: A, days: 31}]");
    assert_said("E0306 person.lua:7:5; E0459 person.lua:8:78");
}

static void a_reason_that_does_not_hold_leaves_the_figure_alone(void **state)
{
    (void)state;
    write_rules("return subject { a = money {}, b = flag {},\n"
                "  c = money { of = function(s) return s.a * 2 end,\n"
                "    unless = { { function(s) return s.b end, \"b\" } } } }\n");
    evaluate("a: 5.00\nb: false");
    assert_figure("c", "10.00");
    assert_null(figure("c")->zeroed);
    evaluate("a: 5.00\nb: true");
    assert_figure("c", "0.00");
    assert_non_null(figure("c")->zeroed);
}

static void a_weight_without_right_leaves_its_part_to_the_others(void **state)
{
    (void)state;
    write_rules("return subject { fund = money {}, m = list { name = text {}, units = number {},\n"
                "  out = flag { default = false },\n"
                "  right = number { of = function(p) return p.units * 1 end,\n"
                "    unless = { { function(p) return p.out end, \"fuori\" } } },\n"
                "  pay = money { round = \"cent\",\n"
                "    split = { whole = \"fund\", by = \"right\", rest = \"largest\" } } } }\n");
    evaluate("fund: 10.00\nm: [{name: A, units: 1}, {name: B, units: 1, out: true}]");
    assert_figure_for("pay", "a", "10.00");
    assert_figure_for("pay", "b", "0.00");
}

static void reasons_stand_where_a_value_is_worked_out(void **state)
{
    (void)state;
    assert_refused("return subject { a = money { unless = { { function(s) return true end,\n"
                   "  \"x\" } } } }\n",
                   "E0749 person.lua:1:41");
    assert_refused(
        SHARED("round = \"cent\",\n split = { whole = \"fund\", by = \"units\", rest = "
               "\"keep\" },\n unless = { { function(p) return p.units < 1 end, \"x\" } }"),
        "E0748 person.lua:7:13");
    assert_refused("return subject { a = money {}, b = money { min = 5, of = function(s)\n"
                   "  return s.a end, unless = { { function(s) return s.a < 1 end, \"x\" } } } }\n",
                   "E0751 person.lua:1:50");
    assert_refused("return subject { a = money {}, t = text { of = function(s) return \"x\" end,\n"
                   "  unless = { { function(s) return s.a < 1 end, \"x\" } } } }\n",
                   "E0125 person.lua:2:3");
}

#define UNLESS(reasons)                                                                            \
    "return subject { a = money {}, b = money { of = function(s) return s.a end,\n"                \
    "  unless = " reasons " } }\n"

static void reasons_have_a_condition_and_a_sentence_each(void **state)
{
    (void)state;
    assert_refused(UNLESS("true"), "E0750 person.lua:2:12");
    assert_refused(UNLESS("{}"), "E0750 person.lua:2:12");
    assert_refused(UNLESS("{ function(s) return s.a < 1 end, \"x\" }"), "E0750 person.lua:2:12");
    assert_refused(UNLESS("{ { function(s) return s.a < 1 end } }"), "E0750 person.lua:2:14");
    assert_refused(UNLESS("{ { \"x\", function(s) return s.a < 1 end } }"),
                   "E0750 person.lua:2:14");
    assert_refused(UNLESS("{ { function(s) return s.a < 1 end, \"x\", to = 1 } }"),
                   "E0750 person.lua:2:14");
    assert_refused(UNLESS("{ { function(s) return s.aa < 1 end, \"x {q}\" } }"),
                   "E0149 person.lua:2:14; E0462 person.lua:2:37");
}

static void a_reason_answers_true_or_false_and_does_not_read_its_own_figure(void **state)
{
    (void)state;
    write_rules(UNLESS("{ { function(s) return s.a end, \"x\" } }"));
    evaluate("a: 1.00");
    assert_said("E0317 person.lua:2:16");
    write_rules(UNLESS("{ { function(s) return s.a < 5 end, \"{b}\" } }"));
    load();
    evaluate("a: 1.00");
    assert_said("E0301 person.lua:1:49");
}

/* --- where a condition points --- */

static const char pointing[] =
    "return subject { limit = money {},\n"
    "  item = list { name = text {}, pay = money { default = 70 }, double = money {\n"
    "      of = function(i) return i.pay * 2 end },\n"
    "    must { \"{pay} is much\", at = \"pay\", of = function(i) return i.double < 100 end } },\n"
    "  warn { \"{limit} is low\", at = \"limit\", of = function(s) return s.limit > 9 end } }\n";

static void a_condition_points_at_the_cell_it_names(void **state)
{
    (void)state;
    write_rules(pointing);
    evaluate("limit: 5.00\nitem:\n  - {name: A, pay: 60.00}\n  - {name: B, pay: 1.00}");
    assert_said("W0321 evaluation.yaml:4:10; E0320 evaluation.yaml:6:22");
    assert_int_equal(first_said()->also.line, 5);
    assert_string_equal(sentence(MESSAGE), "5,00 € is low");
}

static void a_condition_about_a_default_points_at_the_entry_that_leaves_it_out(void **state)
{
    (void)state;
    write_rules(pointing);
    evaluate("limit: 50.00\nitem:\n  - {name: A}");
    assert_said("E0320 evaluation.yaml:6:7");
}

static void a_condition_points_only_at_what_is_given(void **state)
{
    (void)state;
    assert_refused("return subject { a = money {}, b = money { of = function(s) return s.a end },\n"
                   "  must { \"x\", at = \"b\", of = function(s) return s.b > 1 end } }\n",
                   "E0753 person.lua:2:20");
    assert_refused("return subject { a = money {},\n"
                   "  l = list { name = text {}, b = money {},\n"
                   "    must { \"x\", at = \"a\", of = function(p) return p.b > 1 end } },\n"
                   "  must { \"x\", at = \"aa\", of = function(s) return s.a > 1 end } }\n",
                   "E0752 person.lua:3:22; E0462 person.lua:4:20");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(parts_are_rounded_down_and_the_rest_goes_where_rounding_took_most),
        TEST(the_order_of_the_file_does_not_matter),
        TEST(the_rest_goes_to_whom_the_rules_name),
        TEST(the_residue_is_what_the_parent_has_left),
        TEST(nothing_to_share_out_gives_everybody_nothing),
        TEST(rules_can_say_that_the_whole_stays_when_nobody_has_a_weight),
        TEST(each_entry_of_an_outer_list_shares_its_own_whole_by_computed_weights),
        TEST(a_percentage_is_shared_in_steps_of_percentages),
        TEST(a_part_remembers_its_share_and_all_weights),
        TEST(explain_says_in_a_line_who_got_the_rest_and_why),
        TEST(a_part_of_what_is_to_be_confirmed_is_withheld_with_all_that_gives_it_away),
        TEST(a_split_that_is_not_whole_is_refused_when_it_loads),
        TEST(a_part_is_of_the_kind_of_its_whole_and_both_are_numbers),
        TEST(what_cannot_be_shared_out_is_told_once_at_its_place),
        TEST(a_fraction_of_a_cent_is_nobodys_but_may_be_kept),
        TEST(a_weight_that_needs_the_part_is_a_circle),
        TEST(a_weight_that_fails_fails_all_parts_and_nothing_else),
        TEST(the_first_reason_that_holds_makes_the_figure_zero_and_no_formula_runs),
        TEST(a_reason_that_does_not_hold_leaves_the_figure_alone),
        TEST(a_weight_without_right_leaves_its_part_to_the_others),
        TEST(reasons_stand_where_a_value_is_worked_out),
        TEST(reasons_have_a_condition_and_a_sentence_each),
        TEST(a_reason_answers_true_or_false_and_does_not_read_its_own_figure),
        TEST(a_condition_points_at_the_cell_it_names),
        TEST(a_condition_about_a_default_points_at_the_entry_that_leaves_it_out),
        TEST(a_condition_points_only_at_what_is_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
