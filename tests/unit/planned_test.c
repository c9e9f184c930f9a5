/* Lists from the plan: their entries and planned cells come from plan.yaml, what was observed is
 * given by id, and whatever does not fit is told at its place. */
#include "packs.h"

#define HEAD                                                                                       \
    "plan: test/years\norganization: M\ntitle: T\n"                                                \
    "period: {from: 2024-01-01, to: 2026-12-31}\nsource: S\n"

/* The lists begin on line 6. */
static void write_plan(const char *lists)
{
    write_file("plans/test/years/plan.yaml", packs_join(HEAD, lists, ""));
}

static void write_planned_rules(const char *text)
{
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", plan = \"test/years\" }\n");
    write_file("rules/test/2024/person.lua", text);
}

static const char *const areas = "areas:\n"
                                 "  - id: north\n"
                                 "    title: Area Nord\n"
                                 "    aims:\n"
                                 "      - {id: roads, title: Strade, weight: 60%, chosen: high}\n"
                                 "      - {id: parks, title: Parchi, weight: 40%}\n"
                                 "  - title: Area Sud\n"
                                 "    note: an area of its own\n"
                                 "    aims:\n"
                                 "      - {id: roads, title: Strade, weight: 100%}\n";

static const char *const rules =
    "return subject {\n"
    "  area = list { from = \"plan.areas\",\n"
    "    label = text { planned = \"title\" },\n"
    "    aim = list { from = \"aims\",\n"
    "      name = text { planned = \"title\" },\n"
    "      weight = percent { planned = true, sum = \"100%\" },\n"
    "      chosen = choice { \"low\", \"high\", planned = true, default = \"low\" },\n"
    "      mark = points { max = 10 },\n"
    "      counts = points { of = function(a)\n"
    "        if is(a.chosen, \"high\") then return a.mark * a.weight * 2 end\n"
    "        return a.mark * a.weight\n"
    "      end },\n"
    "    },\n"
    "    score = points { of = function(a) return sum(a.aim, \"counts\") end },\n"
    "  },\n"
    "  total = points { of = function(s) return sum(s.area, \"score\") end },\n"
    "}\n";

static const char *const observed = "area:\n"
                                    "  area-sud: {aim: {roads: {mark: 7}}}\n"
                                    "  north: {aim: {roads: {mark: 5}, parks: {mark: 10}}}\n";

static void assert_not_loaded(const char *expected)
{
    assert_false(load());
    assert_said(expected);
}

/* The plan `lists` with the rules above. */
static void assert_plan_refused(const char *lists, const char *expected)
{
    write_plan(lists);
    write_planned_rules(rules);
    assert_not_loaded(expected);
}

/* The rules `text` with the plan above. */
static void assert_rules_refused(const char *text, const char *expected)
{
    write_plan(areas);
    write_planned_rules(text);
    assert_not_loaded(expected);
}

static void assert_data_refused(const char *data, const char *expected)
{
    write_plan(areas);
    write_planned_rules(rules);
    assert_int_equal(evaluate(data), PAG_INVALID);
    assert_said(expected);
}

/* --- what it is for --- */

static void entries_and_planned_cells_come_from_the_plan(void **state)
{
    (void)state;
    write_plan(areas);
    write_planned_rules(rules);
    evaluate(observed);
    assert_figure_for("area.aim.counts", "parks", "4");
    assert_figure_for("area.score", "north", "10");
    assert_figure_for("area.score", "area-sud", "7");
    assert_figure_for("area.score", "Area Sud", "7");
    assert_figure("total", "17");
    assert_string_equal(value_for("area.aim.chosen", "parks"), "low");
}

static void entries_stand_in_the_order_of_the_plan(void **state)
{
    (void)state;
    write_plan(areas);
    write_planned_rules(rules);
    evaluate(observed);
    const pag_list *list = packs.result.subjects[0]->figures[0].value.list;
    assert_int_equal(list->n, 2);
    assert_string_equal(packs_text(list->entries[0]->id), "north");
    assert_string_equal(packs_text(list->entries[1]->name), "Area Sud");
}

static void a_planned_figure_has_its_place_in_the_plan(void **state)
{
    (void)state;
    write_plan(areas);
    write_planned_rules(rules);
    evaluate(observed);
    const pag_figure *weight = figure_for("area.aim.weight", "parks");
    pag_text place = {.arena = &packs.arena};
    packs_put_place(&place, packs.told, weight->pos);
    pag_text_byte(&place, '\0');
    assert_string_equal(pag_text_str(&place).at, "plan.yaml:11:44");
    assert_int_equal(weight->cell->origin, PAG_PLANNED);
    assert_false(weight->defaulted);
    assert_true(figure_for("area.aim.chosen", "parks")->defaulted);
}

static void a_list_of_a_section_and_two_lists_from_one(void **state)
{
    (void)state;
    write_plan("office:\n  title: T\n  aims: [{id: a, weight: 30%, worth: 2.50}, {id: b, weight: "
               "70%, worth: 4}]\n");
    write_planned_rules("return subject {\n"
                        "  one = list { from = \"plan.office.aims\",\n"
                        "    weight = percent { planned = true }, mark = points {} },\n"
                        "  two = list { from = \"plan.office.aims\",\n"
                        "    worth = money { planned = true } },\n"
                        "  all = money { of = function(s) return sum(s.two, \"worth\") end },\n"
                        "}\n");
    evaluate("one: {a: {mark: 1}, b: {mark: 2}}\n");
    assert_figure("all", "6.50");
    assert_figure_for("one.weight", "b", "70");
}

static void a_planned_list_within_a_list_of_the_evaluation(void **state)
{
    (void)state;
    write_plan("aims: [{id: a, weight: 30%}, {id: b, weight: 70%}]\n");
    write_planned_rules("return subject {\n"
                        "  worker = list { name = text {},\n"
                        "    aim = list { from = \"plan.aims\",\n"
                        "      weight = percent { planned = true }, mark = points {} },\n"
                        "    score = points { of = function(w) return sum(w.aim,\n"
                        "      function(a) return a.mark * a.weight end) end } },\n"
                        "}\n");
    evaluate("worker:\n"
             "  - {name: X, aim: {a: {mark: 10}, b: {mark: 0}}}\n"
             "  - {name: Y, aim: {a: {mark: 0}, b: {mark: 10}}}\n");
    assert_figure_for("score", "X", "3");
    assert_figure_for("score", "Y", "7");
}

/* --- what may be left out --- */

static void where_nothing_is_asked_the_key_may_be_left_out(void **state)
{
    (void)state;
    write_plan(areas);
    write_planned_rules("return subject {\n"
                        "  area = list { from = \"plan.areas\",\n"
                        "    aim = list { from = \"aims\", weight = percent { planned = true },\n"
                        "      chosen = text { planned = true, default = \"-\" },\n"
                        "      name = text { planned = \"title\" },\n"
                        "      extra = points { default = 1 } } },\n"
                        "  total = points { of = function(s) return sum(s.area,\n"
                        "    function(a) return sum(a.aim, \"extra\") end) end },\n"
                        "}\n");
    evaluate("{}\n");
    assert_figure("total", "3");
    evaluate("area: {north: {aim: {roads: {extra: 5}}}}\n");
    assert_figure("total", "7");
}

static void what_is_asked_may_not(void **state)
{
    (void)state;
    assert_data_refused("{}\n", "E0220 evaluation.yaml:4:3");
    assert_string_equal(sentence(HELP), "write, for example:  area: {north: {aim: …}, …}");
    assert_data_refused("area: {north: {aim: {roads: {mark: 5}}}}\n",
                        "E0790 evaluation.yaml:4:9; E0790 evaluation.yaml:4:23");
}

/* --- what an evaluation must not say --- */

static void an_id_that_the_plan_does_not_have(void **state)
{
    (void)state;
    assert_data_refused("area:\n"
                        "  area-sud: {aim: {roads: {mark: 7}}}\n"
                        "  nort: {aim: {}}\n",
                        "E0786 evaluation.yaml:6:5");
    assert_data_refused("area:\n"
                        "  area-sud: {aim: {roads: {mark: 7}}}\n"
                        "  north: {aim: {roads: {mark: 5}, parks: {mark: 10}, zzzzzzzz: {}}}\n",
                        "E0787 evaluation.yaml:6:56");
}

static void what_the_plan_says_is_not_written(void **state)
{
    (void)state;
    assert_data_refused("area:\n"
                        "  area-sud: {aim: {roads: {mark: 7, weight: 100%}}}\n"
                        "  north: {aim: {roads: {mark: 5}, parks: {mark: 10}}}\n",
                        "E0789 evaluation.yaml:5:39");
    assert_int_equal(first_said()->also.line, 15);
}

static void entries_by_id_are_no_list(void **state)
{
    (void)state;
    assert_data_refused("area:\n  - {id: north, aim: {}}\n", "E0788 evaluation.yaml:5:5");
    assert_string_equal(sentence(HELP), "write under it, for example:  north: {aim: …}");
    assert_data_refused("area: 3\n", "E0226 evaluation.yaml:4:9");
    assert_data_refused("area:\n", "E1151 evaluation.yaml:4:8");
}

static void a_mark_of_an_entry_is_judged_as_any(void **state)
{
    (void)state;
    assert_data_refused("area:\n"
                        "  area-sud: {aim: {roads: {mark: 70}}}\n"
                        "  north: {aim: {roads: {}, parks: {mark: 10}}}\n",
                        "E0233 evaluation.yaml:5:36; E0220 evaluation.yaml:6:26");
}

/* --- plans that do not fit --- */

static void what_is_missing_or_wrong_is_told_in_the_plan(void **state)
{
    (void)state;
    assert_plan_refused("areas:\n"
                        "  - {id: a, title: A, aims: [{id: x, title: X}]}\n"
                        "  - {id: b, title: B, aims: [{id: x, title: X, weight: 0.5}]}\n"
                        "  - {id: c, aims: [{id: x, title: X, weight: 100%, chosen: hig}]}\n",
                        "E0792 plan.yaml:7:30; E0246 plan.yaml:8:56; E0792 plan.yaml:9:5; "
                        "E0238 plan.yaml:9:60");
}

static void an_entry_without_its_inner_list(void **state)
{
    (void)state;
    assert_plan_refused("areas: [{id: a, title: A}]\n", "E0792 plan.yaml:6:9");
    assert_plan_refused("areas: [{id: a, title: A, aims: none}]\n", "E0225 plan.yaml:6:33");
    assert_plan_refused("areas: [{id: a, title: [{id: b}], aims: [{id: x, title: X, weight: "
                        "100%}]}]\n",
                        "E0224 plan.yaml:6:24");
}

static void planned_parts_must_make_their_sum(void **state)
{
    (void)state;
    assert_plan_refused("areas:\n"
                        "  - {id: a, title: A, aims: [{id: x, title: X, weight: 99%}]}\n",
                        "E0242 plan.yaml:7:23");
}

static void a_key_that_no_cell_takes(void **state)
{
    (void)state;
    assert_plan_refused("areas:\n"
                        "  - id: a\n"
                        "    title: A\n"
                        "    zzzzzzzz: 1\n"
                        "    aims:\n"
                        "      - {id: x, title: X, weight: 100%, choosen: high, source: p. 4}\n",
                        "E0794 plan.yaml:9:5; E0793 plan.yaml:11:41");
}

static void a_key_misspelt_is_not_told_as_missing_too(void **state)
{
    (void)state;
    assert_plan_refused("areas:\n"
                        "  - {id: a, title: A, aims: [{id: x, title: X, weigth: 100%}]}\n",
                        "E0793 plan.yaml:7:48");
}

static void a_list_for_other_rules_is_left_alone(void **state)
{
    (void)state;
    write_plan(packs_join(areas, "others: [{id: a, anything: 3}]\n", ""));
    write_planned_rules(rules);
    evaluate(observed);
    assert_figure("total", "17");
}

static void lists_have_entries_with_ids_of_their_own(void **state)
{
    (void)state;
    assert_plan_refused("areas: [{id: a, title: A}, {id: a}]\n", "E0243 plan.yaml:6:33");
    assert_plan_refused("areas: [{title: A b}, {name: a B}]\n", "E0243 plan.yaml:6:30");
    assert_plan_refused("areas: [{weight: 3}]\n", "E0781 plan.yaml:6:9");
    assert_plan_refused("areas: [a, b]\n", "E0780 plan.yaml:6:9; E0780 plan.yaml:6:12");
    assert_plan_refused("areas: []\n", "E0244 plan.yaml:6:8");
    assert_plan_refused("areas: [{id: a, aims: {b: 1}}]\n", "E0782 plan.yaml:6:17");
    assert_plan_refused("areas: [{id: a, aims: }]\n", "E0223 plan.yaml:6:23");
}

/* --- rules that do not fit --- */

static void a_list_that_the_plan_does_not_have(void **state)
{
    (void)state;
    assert_rules_refused("return subject { area = list { from = \"plan.area\", x = text {} } }\n",
                         "E0783 person.lua:1:39");
    assert_rules_refused("return subject { area = list { from = \"plan.zzzzzz\", x = text {} } }\n",
                         "E0784 person.lua:1:39");
    write_plan("");
    assert_not_loaded("E0785 person.lua:1:39");
    write_rules("return subject { area = list { from = \"plan.areas\", x = text {} } }\n");
    assert_not_loaded("E0185 person.lua:1:39");
}

static void from_names_a_list_of_the_plan(void **state)
{
    (void)state;
    assert_rules_refused("return subject { area = list { from = \"areas\", x = text {} } }\n",
                         "E0797 person.lua:1:39");
    assert_rules_refused("return subject { area = list { from = \"\", x = text {} } }\n",
                         "E0797 person.lua:1:39");
    assert_rules_refused("return subject { from = \"plan.areas\", x = text {} }\n",
                         "E0796 person.lua:1:18");
}

static void planned_stands_in_a_planned_list(void **state)
{
    (void)state;
    assert_rules_refused("return subject { x = text { planned = true } }\n",
                         "E0791 person.lua:1:29");
    assert_rules_refused("return subject { area = list { x = text { planned = true } } }\n",
                         "E0791 person.lua:1:43");
    assert_rules_refused(
        "return subject { a = list { from = \"plan.areas\", x = text { planned = 3 } } }\n",
        "E0795 person.lua:1:71");
    assert_rules_refused("return subject { a = list { from = \"plan.areas\",\n"
                         "  aims = text { planned = true, value = \"x\" } } }\n",
                         "E0134 person.lua:2:27; E0224 plan.yaml:10:7; E0224 plan.yaml:15:7");
}

static const char *const levels = "levels:\n"
                                  "  - {id: low, title: Bassa, points: 5}\n"
                                  "  - {id: high, title: Alta, points: 20}\n"
                                  "aims:\n"
                                  "  - {id: roads, title: Strade, chosen: high, head: Ufficio 1}\n"
                                  "  - {id: parks, title: Parchi}\n";

static const char *const levelled =
    "return subject {\n"
    "  level = list { from = \"plan.levels\", name = text { planned = \"title\" },\n"
    "    points = points { planned = true } },\n"
    "  aim = list { from = \"plan.aims\", ignore = { \"head\" },\n"
    "    chosen = ref { to = \"person.level\", planned = true, optional = true },\n"
    "    weight = points { of = function(a)\n"
    "      if a.chosen == nil then return 1 end\n"
    "      return a.chosen.points\n"
    "    end },\n"
    "  },\n"
    "  total = points { of = function(s) return sum(s.aim, \"weight\") end },\n"
    "}\n";

static void the_plan_may_point_to_another_of_its_lists_and_leave_values_out(void **state)
{
    (void)state;
    write_plan(levels);
    write_planned_rules(levelled);
    assert_true(load());
    assert_int_equal(evaluate_document("rules: test/2024\n"
                                       "period: {from: 2024-01-01, to: 2024-12-31}\n"
                                       "person: {}\n"),
                     PAG_OK);
    assert_string_equal(value_for("total", ""), "21");
}

static void a_key_of_the_plan_that_nothing_takes_must_be_ignored_by_name(void **state)
{
    (void)state;
    write_plan(levels);
    write_planned_rules("return subject {\n"
                        "  aim = list { from = \"plan.aims\", ignore = { \"heads\" },\n"
                        "    chosen = text { planned = true, optional = true },\n"
                        "  },\n"
                        "}\n");
    assert_false(load());
    assert_said("E0793 plan.yaml:10:46");
}

static const char *const kept_out =
    "return subject {\n"
    "  aim = list { from = \"plan.aims\", ignore = { \"head\" },\n"
    "    name = text { planned = \"title\" } },\n"
    "  post = list { name = text {}, where = text { optional = true },\n"
    "    done = sheet { max = 4, criteria = { { id = \"care\" } } } },\n"
    "}\n";

/* What is said of an evaluation with this post, by a plan that says who the heads are. */
static void assert_post(const char *post, const char *told)
{
    static const char *const given = "rules: a/2024\nperiod: {from: 2024-01-01, to: 2024-12-31}\n"
                                     "person:\n  post:\n    - {%s}\n";
    char text[512];
    snprintf(text, sizeof text, given, post);
    (void)evaluate_document(packs_text(pag_str_from(text)));
    if (strcmp(said(), told) != 0) print_error("%s\n", post);
    assert_said(told);
}

static void what_rules_ignore_does_not_come_back_in_an_evaluation(void **state)
{
    (void)state;
    write_plan("aims:\n"
               "  - {id: roads, title: Strade, head: Dr. Ada Rossi}\n"
               "  - {id: parks, title: Parchi, head: Ufficio}\n"
               "  - {id: taxes, title: Tributi, head: Prof. Ivo D'Angelò della Conca}\n"
               "  - {id: sports, title: Sport, head: bruno verdi}\n");
    write_planned_rules(kept_out);
    assert_true(load());
    static const char *const names[] = {
        "Dr. Ada Rossi",
        "Posto (ADA ROSSI)",
        "Rossi",
        "A. Rossi",
        "Rossi Ada",
        "Posto di rossi",
        "ufficio",
        "\"D’Angelo\"",
        "l'Ufficio tecnico",
        "Verdi B.",
        "\"bruno verdi, primo posto\"",
    };
    static const char *const others[] = {
        "Strade",     "Adam Rossini",       "Uffici",         "A. R.",
        "Della Seta", "Addetta della sede", "Posto I. D. C.", "Dr. Neri",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_post(packs_join("name: ", names[i], ", done: {care: 3}"),
                    "E0905 evaluation.yaml:5:14");
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_post(packs_join("name: ", others[i], ", done: {care: 3}"), "");
    }
    assert_post("name: Strade, id: t-rossi, done: {care: 3}", "E0905 evaluation.yaml:5:7");
}

/* However a name is written it is one; a word that only begins or ends like it is another. */
static void a_name_is_found_however_it_is_written(void **state)
{
    (void)state;
    write_plan("aims:\n"
               "  - {id: roads, title: Strade, head: Dr. Ada Rossi.}\n"
               "  - {id: parks, title: Parchi, head: Ufficio}\n");
    write_planned_rules(kept_out);
    assert_true(load());
    static const char *const cases[][2] = {
        {"sentita Ada Rossi", "E0905"},
        {"sentita ada rossi", "E0905"},
        {"chiesto a ROSSI", "E0905"},
        {"per l'assenza di Ada", "E0905"},
        {"merito di rossi", "E0905"},
        {"l'ufficio è chiuso", "E0905"},
        {"AdaRossi", "E0905"},
        {"adarossi", "E0905"},
        {"postoRossi", "E0905"},
        {"ROSSI2", "E0905"},
        {"2rossi", "E0905"},
        {"Ros-si", "E0905"},
        {"R. o s s i", "E0905"},
        {"Ròssì", "E0905"},
        {"adagio", ""},
        {"Rossini", ""},
        {"arrossi", ""},
        {"ros si", ""},
        {"uffici", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *told = *cases[i][1] ? packs_join(cases[i][1], " evaluation.yaml:5:42", "") : "";
        assert_post(
            packs_join("name: Strade, done: {care: {mark: 3, because: \"", cases[i][0], "\"}}"),
            told);
        told = *cases[i][1] ? packs_join(cases[i][1], " evaluation.yaml:5:29", "") : "";
        assert_post(packs_join("name: Strade, where: \"", cases[i][0], "\", done: {care: 3}"),
                    told);
    }
    (void)evaluate_document("rules: a/2024\nperiod: {from: 2024-01-01, to: 2024-12-31}\n"
                            "acknowledged: [{code: W0213, because: come dice Rossi}]\n"
                            "person:\n  post:\n    - {name: Strade, done: {care: 3}}\n");
    assert_said("E0905 evaluation.yaml:3:39");
}

static void who_holds_no_post_is_nobody(void **state)
{
    (void)state;
    static const char *const heads[][2] = {
        {"Responsabile vacante", "Responsabile, posto vacante"},
        {"da nominare", "Da nominare"},
        {"Vacante dal 1 marzo", "Vacante da marzo"},
        {"Prefetto", "Prefetto"},
        {"Vice prefetto ad interim", "Il prefetto, ad interim"},
        {"Responsabile dell'area", "Area"},
    };
    static const char *const named = "Ada Rossi nominata con decreto";
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        write_plan(packs_join("aims: [{id: roads, title: Strade, head: ", heads[i][0], "}]\n"));
        write_planned_rules(
            "return subject {\n"
            "  aim = list { from = \"plan.aims\", ignore = { \"head\" },\n"
            "    posts = { \"vice prefetto\" }, name = text { planned = \"title\" } },\n"
            "  post = list { name = text {}, done = sheet { max = 4, criteria = { { id = \"care\" "
            "} "
            "} } },\n"
            "}\n");
        assert_true(load());
        assert_post(packs_join("name: \"", heads[i][1], "\", done: {care: 3}"), "");
    }
    write_plan(packs_join("aims: [{id: roads, title: Strade, head: ", named, "}]\n"));
    write_planned_rules(kept_out);
    assert_true(load());
    assert_post("name: Nominata con decreto, done: {care: 3}", "");
    assert_post("name: Rossi, done: {care: 3}", "E0905 evaluation.yaml:5:14");
}

static void what_rules_ignore_stands_in_no_other_text_of_the_plan(void **state)
{
    (void)state;
    write_planned_rules(kept_out);
    write_plan("aims:\n"
               "  - {id: roads, title: Strade (rossi), head: Dr. Ada Rossi}\n"
               "  - {id: ada-parks, title: Parchi}\n");
    assert_not_loaded("E0905 plan.yaml:7:24; E0905 plan.yaml:8:5");
}

/* Two results with the same hash were made of the same rules and the same plan. */
static void the_hash_covers_the_plan(void **state)
{
    (void)state;
    write_planned_rules(rules);
    write_plan(areas);
    assert_true(load());
    const char *hash = packs_text(pag_pack_hash(packs.pack));
    assert_true(load());
    assert_string_equal(packs_text(pag_pack_hash(packs.pack)), hash);
    write_plan(packs_join(areas, "# an observation\n", ""));
    assert_true(load());
    assert_string_not_equal(packs_text(pag_pack_hash(packs.pack)), hash);
}

static const char *const heads =
    "return subject {\n"
    "  head = list { from = \"plan.heads\", name = text { planned = \"title\" },\n"
    "    unit = ref { to = \"person.area\", planned = \"area\", optional = true },\n"
    "    job = list { from = \"jobs\",\n"
    "      chief = ref { to = \"person.head\", planned = true } },\n"
    "    label = text { of = function(h) return h.unit == nil and \"-\" or h.unit.name end } },\n"
    "  area = list { from = \"plan.areas\", name = text { planned = \"title\" } },\n"
    "}\n";

#define AREAS "areas: [{id: n, title: Nord}, {id: s, title: Sud}, {id: s2, title: Sud}]\n"

static void planned_refs_into_the_plan_are_followed(void **state)
{
    (void)state;
    write_plan(AREAS "heads:\n"
                     "  - {id: a, title: A, area: s2, jobs: [{id: j, chief: B}]}\n"
                     "  - {id: b, title: B, area: Nord, jobs: [{id: j, chief: a}]}\n"
                     "  - {id: c, title: C, jobs: [{id: j, chief: a}]}\n");
    write_planned_rules(heads);
    evaluate("{}");
    assert_figure_for("label", "a", "Sud");
    assert_figure_for("label", "b", "Nord");
    assert_figure_for("label", "c", "-");
}

static void a_planned_ref_to_no_entry_of_the_plan_is_told_when_rules_load(void **state)
{
    (void)state;
    write_plan(AREAS "heads:\n"
                     "  - {id: a, title: A, area: nn, jobs: [{id: j, chief: zzzzzz}]}\n"
                     "  - {id: b, title: B, area: Sud, jobs: [{id: j, chief: a}]}\n");
    write_planned_rules(heads);
    assert_not_loaded("E0769 plan.yaml:8:29; E0769 plan.yaml:8:55; E0770 plan.yaml:9:29");
}

/* Which entries that list has only an evaluation knows. */
static void a_planned_ref_into_a_list_of_the_evaluation_waits_for_it(void **state)
{
    (void)state;
    write_plan("heads: [{id: a, title: A, area: n}]\n");
    write_planned_rules(
        "return subject {\n"
        "  head = list { from = \"plan.heads\", name = text { planned = \"title\" },\n"
        "    area = ref { to = \"person.area\", planned = true } },\n"
        "  area = list { name = text {} },\n"
        "}\n");
    assert_true(load());
    assert_int_equal(evaluate("area: [{name: N}]"), PAG_OK);
    assert_int_equal(evaluate("area: [{name: Ovest}]"), PAG_INVALID);
    assert_said("E0769 plan.yaml:6:33");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_hash_covers_the_plan),
        TEST(entries_and_planned_cells_come_from_the_plan),
        TEST(entries_stand_in_the_order_of_the_plan),
        TEST(a_planned_figure_has_its_place_in_the_plan),
        TEST(a_list_of_a_section_and_two_lists_from_one),
        TEST(a_planned_list_within_a_list_of_the_evaluation),
        TEST(where_nothing_is_asked_the_key_may_be_left_out),
        TEST(what_is_asked_may_not),
        TEST(an_id_that_the_plan_does_not_have),
        TEST(what_the_plan_says_is_not_written),
        TEST(entries_by_id_are_no_list),
        TEST(a_mark_of_an_entry_is_judged_as_any),
        TEST(what_is_missing_or_wrong_is_told_in_the_plan),
        TEST(an_entry_without_its_inner_list),
        TEST(planned_parts_must_make_their_sum),
        TEST(a_key_that_no_cell_takes),
        TEST(a_key_misspelt_is_not_told_as_missing_too),
        TEST(a_list_for_other_rules_is_left_alone),
        TEST(lists_have_entries_with_ids_of_their_own),
        TEST(a_list_that_the_plan_does_not_have),
        TEST(from_names_a_list_of_the_plan),
        TEST(planned_stands_in_a_planned_list),
        TEST(the_plan_may_point_to_another_of_its_lists_and_leave_values_out),
        TEST(a_key_of_the_plan_that_nothing_takes_must_be_ignored_by_name),
        TEST(what_rules_ignore_does_not_come_back_in_an_evaluation),
        TEST(a_name_is_found_however_it_is_written),
        TEST(who_holds_no_post_is_nobody),
        TEST(what_rules_ignore_stands_in_no_other_text_of_the_plan),
        TEST(planned_refs_into_the_plan_are_followed),
        TEST(a_planned_ref_to_no_entry_of_the_plan_is_told_when_rules_load),
        TEST(a_planned_ref_into_a_list_of_the_evaluation_waits_for_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
