/* Cells that hold an entry of another list: written by id or name, read through in formulas, found
 * or told, never guessed. */
#include "packs.h"

#define OFFICE                                                                                     \
    "return subject {\n"                                                                           \
    "  area = list {\n"                                                                            \
    "    name = text {}, score = points {},\n"                                                     \
    "    twice = points { of = function(a) return a.score * 2 end },\n"                            \
    "  },\n"                                                                                       \
    "}\n"

/* Two subjects: the areas, and the people who refer to them. */
static void write_two(const char *person)
{
    write_file("rules/test/2024/office.lua", OFFICE);
    write_rules(person);
}

#define PERSON                                                                                     \
    "return subject {\n"                                                                           \
    "  p = list {\n"                                                                               \
    "    name = text {},\n"                                                                        \
    "    area = ref { to = \"office.area\", title = \"Area\", optional = true },\n"                \
    "    mine = points { of = function(p)\n"                                                       \
    "      if p.area == nil then return 0 end\n"                                                   \
    "      return p.area.twice + p.area.score\n"                                                   \
    "    end },\n"                                                                                 \
    "  },\n"                                                                                       \
    "}\n"

static pag_status evaluate_two(const char *areas, const char *people)
{
    if (!packs.pack && !load()) return packs.status = PAG_INVALID;
    pag_text text = {.arena = &packs.arena};
    pag_text_put(&text, PAG_STR("rules: test/2024\noffice:\n  area: ["));
    pag_text_put(&text, pag_str_from(areas));
    pag_text_put(&text, PAG_STR("]\nperson:\n  p: ["));
    pag_text_put(&text, pag_str_from(people));
    pag_text_put(&text, PAG_STR("]\n"));
    pag_text_byte(&text, '\0');
    return evaluate_document(text.at);
}

#define AREAS "{name: Affari Generali, score: 40}, {id: fin, name: Finanze, score: 30}"

static void a_whole_subject_may_be_left_out(void **state)
{
    static const char people[] = "rules: test/2024\nperson:\n  p: [{name: a}]\n";
    (void)state;
    write_file("rules/test/2024/office.lua", "return subject { optional = true,\n"
                                             "  area = list { name = text {}, score = points {},\n"
                                             "    twice = points { value = 2 } } }\n");
    write_rules(PERSON);
    assert_true(load());
    evaluate_document(people);
    assert_said("");
    assert_figure_for("mine", "a", "0");
    evaluate_document("rules: test/2024\nperson:\n  p: [{name: a, area: fin}]\n");
    assert_said("E0896 evaluation.yaml:3:23");
    assert_string_equal(sentence(MESSAGE), "\"area\": \"fin\" should be an entry of "
                                           "\"office.area\", and this evaluation leaves out "
                                           "\"office\"");
    evaluate_two("{name: fin, score: 3}", "{name: a, area: fin}");
    assert_figure_for("mine", "a", "5");
    evaluate_document("rules: test/2024\noffice: {area: [{name: fin, score: 3}]}\n");
    assert_said("E0273 evaluation.yaml:1:1");
}

static void what_a_subject_asks_is_not_asked_when_it_is_left_out(void **state)
{
    (void)state;
    write_file(
        "rules/test/2024/turns.lua",
        "return subject { optional = true,\n"
        "  turn = list { tiles = \"period\", name = text {}, from = date {}, to = date {} } }\n");
    write_rules("return subject { x = money {} }");
    assert_true(load());
    evaluate_document("rules: test/2024\nperson: {x: 1}\n");
    assert_said("");
    evaluate_document("rules: test/2024\nperson: {x: 1}\nturns:\n"
                      "  turn: [{name: a, from: 2024-01-01, to: 2024-01-02}]\n");
    assert_said("E0776 evaluation.yaml:1:1");
    evaluate_document("rules: test/2024\nperson: {x: 1}\nturn: []\n");
    assert_said("E0221 evaluation.yaml:3:1");
}

static void some_subject_must_be_there_and_not_stand_at_the_top(void **state)
{
    (void)state;
    write_rules("return subject { optional = true, x = money {} }");
    assert_true(load());
    evaluate_document("rules: test/2024\n");
    assert_said("E0273 evaluation.yaml:1:1");
    assert_refused("return subject { optional = true, top = true, x = money {} }",
                   "E0899 person.lua:1:16");
    assert_refused("return subject { optional = \"yes\", x = money {} }", "E0140 person.lua:1:29");
}

static void a_person_reads_the_score_of_their_area(void **state)
{
    (void)state;
    write_two(PERSON);
    evaluate_two(AREAS, "{name: a, area: affari-generali}, {name: b, area: fin}, {name: c}");
    assert_figure_for("mine", "a", "120");
    assert_figure_for("mine", "b", "90");
    assert_figure_for("mine", "c", "0");
    assert_figure_for("p.area", "b", "fin");
    const pag_figure *area = figure_for("p.area", "b");
    assert_string_equal(packs_text(pag_value_people(&packs.arena, area->cell, area->value)),
                        "Finanze");
}

static void an_entry_may_be_called_by_its_exact_name(void **state)
{
    (void)state;
    write_two(PERSON);
    evaluate_two(AREAS, "{name: a, area: Affari Generali}, {name: b, area: Finanze}");
    assert_figure_for("mine", "a", "120");
    assert_figure_for("p.area", "b", "fin");
}

static void an_id_wins_over_a_name(void **state)
{
    (void)state;
    write_two(PERSON);
    evaluate_two("{id: x, name: y, score: 1}, {id: y, name: x, score: 2}", "{name: a, area: y}");
    assert_figure_for("mine", "a", "6");
}

static void a_name_that_two_entries_have_says_neither(void **state)
{
    (void)state;
    write_two(PERSON);
    evaluate_two("{id: a1, name: Area, score: 1}, {id: a2, name: Area, score: 2}",
                 "{name: a, area: Area}");
    assert_said("E0770 evaluation.yaml:5:23");
}

static void an_entry_that_is_not_there_is_told_with_the_nearest(void **state)
{
    (void)state;
    write_two(PERSON);
    evaluate_two(AREAS, "{name: a, area: Finanza}, {name: b, area: xyz}");
    assert_said("E0768 evaluation.yaml:5:23; E0769 evaluation.yaml:5:49");
    assert_string_equal(sentence(HELP), "did you mean \"fin\"?");
}

static void the_trace_leads_to_the_other_entry(void **state)
{
    (void)state;
    write_two(PERSON);
    evaluate_two(AREAS, "{name: b, area: fin}");
    const pag_figure *mine = figure_for("mine", "b");
    assert_int_equal(mine->n_steps, 3);
    assert_ptr_equal(mine->steps[0].figure, figure_for("p.area", "b"));
    assert_ptr_equal(mine->steps[1].figure, figure_for("twice", "fin"));
    assert_ptr_equal(mine->steps[2].figure, figure_for("score", "fin"));
}

static void an_evaluation_can_be_computed_again(void **state)
{
    (void)state;
    write_two(PERSON);
    evaluate_two(AREAS, "{name: b, area: fin}");
    pag_result again;
    assert_int_equal(pag_evaluate(packs.pack, packs.evaluation, &packs.run, &again), PAG_OK);
    packs.result = again;
    assert_figure_for("mine", "b", "90");
}

static void entries_are_compared_with_is(void **state)
{
    (void)state;
    write_file("rules/test/2024/office.lua", OFFICE);
    write_rules("return subject {\n"
                "  p = list { name = text {}, boss = ref { to = \"person.p\" },\n"
                "    pay = money {},\n"
                "    team = money { of = function(p, s)\n"
                "      return sum(s.p, \"pay\", function(q) return is(q.boss, p) end) end },\n"
                "  } }");
    assert_true(load());
    evaluate_document("rules: test/2024\noffice: {area: [{name: x, score: 1}]}\nperson:\n"
                      "  p: [{name: a, boss: b, pay: 10}, {name: b, boss: b, pay: 20}]\n");
    assert_figure_for("team", "b", "30.00");
    assert_figure_for("team", "a", "0.00");
}

static void an_entry_is_only_compared_with_one_of_its_list(void **state)
{
    (void)state;
    write_two("return subject { area = ref { to = \"office.area\" },\n"
              "  x = flag { of = function(s) return is(s.area, \"fin\") end },\n"
              "  y = flag { of = function(s) return is(s, s.area) end } }");
    assert_true(load());
    evaluate_document("rules: test/2024\noffice: {area: [{name: fin, score: 1}]}\n"
                      "person: {area: fin}\n");
    assert_said("E0771 person.lua:2:38; E0771 person.lua:3:38");
}

static void a_ref_that_was_left_out_is_named(void **state)
{
    (void)state;
    write_two("return subject { area = ref { to = \"office.area\", optional = true },\n"
              "  x = points { of = function(s) return s.area.score end },\n"
              "  y = flag { of = function(s) return is(s.area, s.area) end } }");
    assert_true(load());
    evaluate_document("rules: test/2024\noffice: {area: [{name: fin, score: 1}]}\nperson: {}\n");
    assert_said("E0765 person.lua:2:3; E0765 person.lua:3:38");
    assert_non_null(strstr(sentence(MESSAGE), "area"));
}

static void a_cell_that_the_other_list_has_not_is_told_when_loading(void **state)
{
    (void)state;
    write_two(
        "return subject { area = ref { to = \"office.area\" }, boss = ref { to = \"person.l\" },\n"
        "  l = list { name = text {}, area = ref { to = \"office.area\" } },\n"
        "  x = points { of = function(s) return s.area.scor end },\n"
        "  y = points { of = function(s) return s.boss.area.scor + s.boss.nam end } }");
    assert_false(load());
    assert_said("E0467 person.lua:3:47; E0467 person.lua:4:52; E0467 person.lua:4:66");
}

static void a_ref_names_a_list_of_a_subject(void **state)
{
    (void)state;
    write_two("return subject {\n"
              "  a = ref { to = \"office.aera\" },\n"
              "  b = ref { to = \"area\" },\n"
              "  c = ref { to = \"something.else.entirely\" },\n"
              "  d = ref {},\n"
              "}");
    assert_false(load());
    assert_said("E0760 person.lua:5:3");
    write_two("return subject {\n"
              "  a = ref { to = \"office.aera\" },\n"
              "  b = ref { to = \"area\" },\n"
              "  c = ref { to = \"something.else.entirely\" },\n"
              "}");
    assert_false(load());
    assert_said("E0761 person.lua:2:18; E0761 person.lua:3:18; E0762 person.lua:4:18");
    assert_string_equal(sentence(HELP), "did you mean \"office.area\"?");
}

/* The areas are the plan's; what is optional in them need not be given. */
static void an_entry_may_be_one_of_the_plan(void **state)
{
    (void)state;
    write_file(
        "plans/test/2024/plan.yaml",
        "plan: test/2024\norganization: Prova\ntitle: Piano\n"
        "source: Delibera 1\nperiod: {from: 2024-01-01, to: 2024-12-31}\n"
        "areas: [{id: a1, title: Prima, weight: 40}, {id: a2, title: Seconda, weight: 60}]\n");
    write_rules("return subject {\n"
                "  area = list { from = \"plan.areas\", name = text { planned = \"title\" },\n"
                "    weight = points { planned = true }, extra = points { optional = true } },\n"
                "  p = list { name = text {}, area = ref { to = \"person.area\" },\n"
                "    mine = points { of = function(p) return p.area.weight end } } }");
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", plan = \"test/2024\" }\n");
    evaluate("p: [{name: x, area: a2}, {name: y, area: Prima}]");
    assert_figure_for("mine", "x", "60");
    assert_figure_for("mine", "y", "40");
}

static void a_ref_is_given_and_nothing_else(void **state)
{
    (void)state;
    write_two("return subject {\n"
              "  a = ref { to = \"office.area\", default = \"fin\" },\n"
              "  b = ref { to = \"office.area\", of = function(s) return s.a end },\n"
              "}");
    assert_false(load());
    assert_non_null(strstr(said(), "person.lua:2:33"));
    assert_non_null(strstr(said(), "person.lua:3:33"));
}

static void people_and_areas_that_ask_each_other_are_a_circle(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  p = list { name = text {}, next = ref { to = \"person.p\" },\n"
                "    x = number { of = function(p) return p.next.x + 1 end } } }");
    evaluate("p: [{name: a, next: b}, {name: b, next: a}]");
    assert_said("E0301 person.lua:3:23");
}

static void many_that_refer_to_many_are_soon_found(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    pag_text text = {.arena = &packs.arena};
    write_rules("return subject {\n"
                "  p = list { name = text {}, next = ref { to = \"person.p\" }, n = whole {},\n"
                "    x = whole { of = function(p) return p.next.n end } } }");
    for (int64_t i = 0; i < MANY; i++) {
        pag_text_put(&text, i ? PAG_STR("\n  - {name: p") : PAG_STR("p:\n  - {name: p"));
        pag_text_whole(&text, i);
        pag_text_put(&text, PAG_STR(", next: p"));
        pag_text_whole(&text, MANY - 1 - i);
        pag_text_put(&text, PAG_STR(", n: "));
        pag_text_whole(&text, i);
        pag_text_byte(&text, '}');
    }
    pag_text_byte(&text, '\0');
    evaluate(text.at);
    assert_figure_for("x", "p7", "19992");
}

static void an_entry_without_a_name_is_called_like_the_one_it_points_to(void **state)
{
    (void)state;
    write_rules("return subject {\n"
                "  area = list { name = text {}, n = number {} },\n"
                "  post = list { area = ref { to = \"person.area\" }, m = number {} },\n"
                "  total = number { of = function(s) return sum(s.post, \"m\") end },\n"
                "}\n");
    assert_int_equal(evaluate("area: [{name: Area Nord, id: n, n: 1}, {name: Area Sud, n: 2}]\n"
                              "post: [{area: n, m: 3}, {area: area-sud, m: 4}]"),
                     PAG_OK);
    assert_figure_for("post.m", "Area Nord", "3");
    assert_figure_for("post.m", "n", "3");
    assert_figure_for("post.m", "Area Sud", "4");
    assert_int_equal(evaluate("area: [{name: A, n: 1}]\npost: [{area: a, m: 3}, {area: A, m: 4}]"),
                     PAG_INVALID);
    assert_said("E0112 evaluation.yaml:5:34");
}

static const char *const called =
    "return subject {\n"
    "  area = list { name = text {}, n = number {} },\n"
    "  post = list { area = ref { to = \"person.area\" }, m = number {} },\n"
    "  desk = list { post = ref { to = \"person.post\" }, k = number {} },\n"
    "}\n";

static void the_id_is_that_of_the_other_entry_however_it_is_written(void **state)
{
    (void)state;
    write_rules(called);
    assert_int_equal(
        evaluate("area: [{name: Area Nord, id: n, n: 1}, {name: A-1, id: x, n: 1},\n"
                 "       {name: A 1, id: y, n: 1}]\n"
                 "post: [{area: Area Nord, m: 3}, {area: A-1, m: 4}, {area: A 1, m: 5}]\n"
                 "desk: [{post: Area Nord, k: 7}, {post: y, k: 8}]"),
        PAG_OK);
    assert_string_equal(packs_text(figure_for("post.m", "n")->entry->id), "n");
    assert_figure_for("post.m", "y", "5");
    assert_string_equal(packs_text(figure_for("desk.k", "n")->entry->name), "Area Nord");
    assert_figure_for("desk.k", "y", "8");
}

static void two_entries_that_point_to_the_same_one_need_ids(void **state)
{
    (void)state;
    write_rules(called);
    assert_int_equal(evaluate("area: [{name: Area Nord, id: n, n: 1}]\n"
                              "post: [{area: n, m: 3}, {area: Area Nord, m: 4}]\n"
                              "desk: [{post: n, k: 7}]"),
                     PAG_INVALID);
    assert_said("E0112 evaluation.yaml:5:34; E0770 evaluation.yaml:6:17");
    assert_int_equal(evaluate("area: [{name: Area Nord, id: n, n: 1}]\n"
                              "post: [{area: n, m: 3}, {id: p2, area: n, m: 4}]\n"
                              "desk: [{post: p2, k: 7}]"),
                     PAG_OK);
    assert_string_equal(packs_text(figure_for("post.m", "p2")->entry->name), "p2");
    assert_figure_for("desk.k", "p2", "7");
}

static void entries_that_would_be_called_like_one_another_need_ids(void **state)
{
    (void)state;
    write_rules("return subject { post = list { next = ref { to = \"person.post\" } } }\n");
    assert_int_equal(evaluate("post: [{next: b}, {next: a}]"), PAG_INVALID);
    assert_said("E0245 evaluation.yaml:4:10; E0245 evaluation.yaml:4:21");
    assert_int_equal(evaluate("post: [{id: a, next: b}, {id: b, next: a}]"), PAG_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_person_reads_the_score_of_their_area),
        TEST(a_whole_subject_may_be_left_out),
        TEST(what_a_subject_asks_is_not_asked_when_it_is_left_out),
        TEST(some_subject_must_be_there_and_not_stand_at_the_top),
        TEST(an_entry_may_be_called_by_its_exact_name),
        TEST(an_id_wins_over_a_name),
        TEST(a_name_that_two_entries_have_says_neither),
        TEST(an_entry_that_is_not_there_is_told_with_the_nearest),
        TEST(the_trace_leads_to_the_other_entry),
        TEST(an_evaluation_can_be_computed_again),
        TEST(entries_are_compared_with_is),
        TEST(an_entry_is_only_compared_with_one_of_its_list),
        TEST(a_ref_that_was_left_out_is_named),
        TEST(a_cell_that_the_other_list_has_not_is_told_when_loading),
        TEST(a_ref_names_a_list_of_a_subject),
        TEST(an_entry_may_be_one_of_the_plan),
        TEST(a_ref_is_given_and_nothing_else),
        TEST(people_and_areas_that_ask_each_other_are_a_circle),
        TEST(many_that_refer_to_many_are_soon_found),
        TEST(an_entry_without_a_name_is_called_like_the_one_it_points_to),
        TEST(the_id_is_that_of_the_other_entry_however_it_is_written),
        TEST(two_entries_that_point_to_the_same_one_need_ids),
        TEST(entries_that_would_be_called_like_one_another_need_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
