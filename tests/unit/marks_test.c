/* Rows of a CSV as entries of a list: where the evaluation or the plan has them each row finds its
 * own, else the rows are the entries; values are judged like all others, at their place. */
#include "rows.h"

static const char *const rules =
    "return subject { title = \"Prova\",\n"
    "  fund = money {},\n"
    "  member = list {\n"
    "    name = text {},\n"
    "    pay = money { max = 5000 },\n"
    "    share = percent { default = \"10%\" },\n"
    "    since = date { optional = true },\n"
    "    late = flag { default = false },\n"
    "    work = sheet { marks = { 4, 6, 8 }, na = \"rescale\",\n"
    "      criteria = { { id = \"team\", title = \"T\" }, { id = \"care\", title = \"C\" } } },\n"
    "  },\n"
    "}\n";

#define HEAD                                                                                       \
    "rules: test/2024\n"                                                                           \
    "period: {from: 2024-01-01, to: 2024-12-31}\n"

#define ALONE HEAD "person:\n  fund: 1.00\n"
#define ITALIAN "numeri: italiani\nname;pay;work.team;work.care\n"

static void load_rules(void)
{
    write_rules(rules);
    assert_true(load());
}

static void rows_are_the_entries_where_nobody_else_says_them(void **state)
{
    (void)state;
    load_rules();
    assert_true(evaluate_rows(ALONE, ITALIAN "Anna;1.234,50;8;6\nBruno;900;4;na\n"));
    assert_said("");
    assert_figure_for("member.pay", "Anna", "1234.50");
    assert_figure_for("member.work", "bruno", "4 na");
    assert_figure_for("member.share", "bruno", "10");
}

static void a_list_that_an_empty_form_left_open_is_nobodys(void **state)
{
    (void)state;
    load_rules();
    assert_true(evaluate_rows(ALONE "  member:\n", ITALIAN "Anna;1,00;8;6\n"));
    assert_figure_for("member.pay", "Anna", "1.00");
    assert_true(
        evaluate_rows(ALONE "  member:\n    - name:\n      pay:\n", ITALIAN "Anna;1,00;8;6\n"));
    assert_figure_for("member.pay", "Anna", "1.00");
}

static void numbers_are_what_the_first_row_says(void **state)
{
    (void)state;
    load_rules();
    assert_true(evaluate_rows(ALONE, "numeri: italiani\nname;pay;work.team;work.care\n"
                                     "Anna;1.234;8;6\n"));
    assert_figure_for("member.pay", "Anna", "1234.00");
    assert_false(evaluate_rows(ALONE, "numbers: plain\nname;pay;work.team;work.care\n"
                                      "Anna;1.234;8;6\n"));
    assert_said("E0253 m.csv:3:6");
    assert_false(evaluate_rows(ALONE, ITALIAN "Anna;12.5;8;6\nBruno;1,5,0;8;6\nCarlo;0.123;8;6\n"));
    assert_said("E0950 m.csv:3:6; E0950 m.csv:4:7; E0950 m.csv:5:7");
    assert_false(evaluate_rows(ALONE, ITALIAN "Anna;1,234;8;6\n"));
    assert_said("E0287 m.csv:3:6");
    assert_string_equal(
        sentence(HELP),
        "write 1234 if the comma separates thousands, or 1,23 if decimals come after it");
    assert_false(evaluate_rows(ALONE, ITALIAN "Anna;1,000;8;6\n"));
    assert_said("E0287 m.csv:3:6");
}

static void days_and_flags_are_read_as_spreadsheets_write_them(void **state)
{
    (void)state;
    load_rules();
    assert_true(evaluate_rows(ALONE,
                              "numeri: italiani\nname;pay;work.team;work.care;since;late;share\n"
                              "Anna;1;8;6;1/3/2024;VERO;33,5%\nBruno;1;8;6;;FALSO;1/3\n"));
    assert_figure_for("member.since", "Anna", "2024-03-01");
    assert_figure_for("member.late", "Anna", "true");
    assert_figure_for("member.share", "Anna", "33.5");
    assert_figure_for("member.share", "Bruno", "100/3");
    assert_false(evaluate_rows(ALONE, "numbers: plain\nname;pay;work.team;work.care;since\n"
                                      "Anna;1;8;6;01/03/2024\n"));
    assert_said("E0290 m.csv:3:12");
}

static void a_value_that_does_not_fit_is_told_at_its_cell(void **state)
{
    (void)state;
    load_rules();
    assert_false(evaluate_rows(ALONE, ITALIAN "Anna;6.000,00;7;6\nBruno;;8;\n"));
    assert_said("E0233 m.csv:3:6; E0239 m.csv:3:15; E0223 m.csv:4:7; E0223 m.csv:4:10");
}

static void rows_fill_what_the_evaluation_leaves_out(void **state)
{
    (void)state;
    load_rules();
    const char *document = ALONE "  member:\n"
                                 "    - {name: Anna, pay: 10.00, work: {team: 8}}\n"
                                 "    - {id: b, name: Bruno, pay: 20.00, work: {team: 6}}\n";
    assert_true(evaluate_rows(document, "numbers: plain\nname;work.care\nBruno;4\nAnna;6\n"));
    assert_figure_for("member.work", "Anna", "8 6");
    assert_figure_for("member.work", "b", "6 4");
    assert_true(evaluate_rows(document, "numbers: plain\nid;work.care\nb;4\nanna;6\n"));
    assert_false(evaluate_rows(document, "numbers: plain\nname;work.care\nAnna;6\n"));
    assert_said("E0948 m.csv:2:1");
    assert_false(evaluate_rows(document, "numbers: plain\nname;work.care\nAnna;6\nBrunno;4\n"));
    assert_said("E0946 m.csv:4:1");
    assert_false(evaluate_rows(document, "numbers: plain\nid;name;work.care\nb;Brunno;4\n"));
    assert_said("E0949 m.csv:3:3");
    assert_false(evaluate_rows(document, "numbers: plain\nname;pay;work.care\nAnna;10.00;6\n"
                                         "b;;4\n"));
    assert_said("E0949 m.csv:3:6");
}

/* One entry has for its id what another one is called. */
#define CROSSED                                                                                    \
    ALONE "  member:\n"                                                                            \
          "    - {id: tecnico, name: Ufficio tecnico, work: {team: 8}}\n"                          \
          "    - {id: a, name: Tecnico, work: {team: 6}}\n"
#define BY_NAME "numbers: plain\nname;pay;work.care\n"
#define BY_BOTH "numbers: plain\nid;name;pay;work.care\n"

static void assert_crossed_pays(const char *csv)
{
    assert_true(evaluate_rows(CROSSED, csv));
    assert_said("");
    assert_figure_for("member.pay", "a", "1.00");
    assert_figure_for("member.pay", "tecnico", "2.00");
}

static void a_name_to_the_letter_goes_before_the_id_it_makes(void **state)
{
    (void)state;
    load_rules();
    assert_crossed_pays(BY_NAME "Tecnico;1;4\nUfficio tecnico;2;4\n");
    assert_crossed_pays(BY_BOTH ";Tecnico;1;4\ntecnico;;2;4\n");
    assert_crossed_pays(BY_BOTH "tecnico;Ufficio tecnico;2;4\na;Tecnico;1;4\n");
    assert_crossed_pays(BY_BOTH "a;;1;4\n;Ufficio tecnico;2;4\n");
    assert_false(evaluate_rows(CROSSED, BY_NAME "tecnico;1;4\nUfficio tecnico;2;4\n"));
    assert_said("E1160 m.csv:3:1");
    assert_string_equal(sentence(NOTE),
                        "\"Ufficio tecnico\" (id: tecnico), or \"Tecnico\" (id: a)");
    assert_false(evaluate_rows(CROSSED, BY_NAME "TECNICO;1;4\nUfficio tecnico;2;4\n"));
    assert_said("E1160 m.csv:3:1");
    assert_false(evaluate_rows(CROSSED, BY_NAME "Tecnico;1;4\nTecnico;2;4\n"));
    assert_said("E0945 m.csv:4:1");
    assert_false(evaluate_rows(CROSSED, BY_BOTH "a;;1;4\n;Tecnico;2;4\n"));
    assert_said("E0945 m.csv:4:2");
    assert_false(evaluate_rows(CROSSED, BY_NAME "!!;1;4\nTecnico;2;4\n"));
    assert_said("E0947 m.csv:3:1");
}

static void an_id_and_a_name_that_disagree_are_told(void **state)
{
    (void)state;
    load_rules();
    assert_false(evaluate_rows(CROSSED, BY_BOTH "tecnico;Tecnico;1;4\na;;2;4\n"));
    assert_said("E1161 m.csv:3:9");
    assert_false(evaluate_rows(CROSSED, BY_BOTH "tecnico;Tecnica;1;4\na;;2;4\n"));
    assert_said("E0949 m.csv:3:9");
    assert_false(evaluate_rows(CROSSED, BY_BOTH "tecnic;Tecnico;1;4\ntecnico;;2;4\n"));
    assert_said("E0946 m.csv:3:1");
    assert_false(evaluate_rows(ALONE "  member:\n    - {id: a, name: Anna}\n    - {id: b}\n",
                               "numbers: plain\nid;name;pay;work.team;work.care\n"
                               "b;Anna;1;8;8\na;;1;8;8\n"));
    assert_said("E1161 m.csv:3:3");
    assert_true(evaluate_rows(ALONE "  member:\n    - {id: a, name: Anna}\n    - {id: b}\n",
                              "numbers: plain\nid;name;pay;work.team;work.care\n"
                              "b;Bruno;1;8;8\na;;2;8;8\n"));
    assert_figure_for("member.pay", "b", "1.00");
}

static void a_name_that_two_entries_have_does_not_say_which(void **state)
{
    (void)state;
    load_rules();
    const char *document = ALONE "  member:\n    - {id: anna, name: Anna, work: {team: 8}}\n"
                                 "    - {id: other, name: Anna, work: {team: 6}}\n";
    assert_false(evaluate_rows(document, BY_NAME "Anna;1;4\nother;2;4\n"));
    assert_said("E1160 m.csv:3:1");
    assert_true(evaluate_rows(document, BY_BOTH "other;Anna;1;4\nanna;Anna;2;4\n"));
    assert_figure_for("member.pay", "other", "1.00");
    assert_true(evaluate_rows(ALONE "  member:\n    - {id: a, name: anna, work: {team: 8}}\n"
                                    "    - {id: b, name: ANNA, work: {team: 6}}\n",
                              BY_NAME "ANNA;1;4\nanna;2;4\n"));
    assert_figure_for("member.pay", "b", "1.00");
    assert_false(evaluate_rows(ALONE "  member:\n    - {name: Anna, work: {team: 8}}\n"
                                     "    - {name: Anna, work: {team: 6}}\n",
                               BY_NAME "Anna;1;4\nAnna;2;4\n"));
    assert_said("E0243 e.yaml:7:7");
}

static void a_file_without_its_first_row_is_refused(void **state)
{
    (void)state;
    load_rules();
    assert_false(evaluate_rows(ALONE, "name;pay\nAnna;1\n"));
    assert_said("E0935 m.csv:1:1");
    assert_false(evaluate_rows(ALONE, "numbers: some\nname;pay\nAnna;1\n"));
    assert_said("E0935 m.csv:1:1");
    assert_false(evaluate_rows(ALONE, "numbers: plain;list: membr\nname;pay\nAnna;1\n"));
    assert_said("E0937 m.csv:1:16");
    assert_false(evaluate_rows(ALONE, "numbers: plain;what\nname;pay\nAnna;1\n"));
    assert_said("E0936 m.csv:1:16");
    assert_false(evaluate_rows(ALONE, "numbers: plain,list: member\nname,pay\n"));
    assert_said("E0953 m.csv:1:1");
    assert_false(evaluate_rows(ALONE, "numbers: plain\nname;pay\n"));
    assert_said("E0954 m.csv:2:1");
}

static void the_first_row_says_nothing_twice(void **state)
{
    (void)state;
    load_rules();
    assert_false(evaluate_rows(ALONE, "numeri: semplici;numeri: italiani\nname;pay\nAnna;1\n"));
    assert_said("E0956 m.csv:1:18");
    assert_false(evaluate_rows(ALONE, "numbers: plain;numeri: semplici\nname;pay\nAnna;1\n"));
    assert_said("E0956 m.csv:1:16");
    assert_false(evaluate_rows(ALONE, "list: x;numbers: plain;list: member\nname;pay\nAnna;1\n"));
    assert_said("E0956 m.csv:1:24");
}

static void a_column_without_a_name_holds_nothing(void **state)
{
    (void)state;
    load_rules();
    assert_true(evaluate_rows(ALONE, "numeri: italiani;;;;\nname;pay;work.team;work.care;\n"
                                     "Anna;1.234,50;8;6;\n"));
    assert_true(evaluate_rows(ALONE, "numeri: italiani\nname;;pay;work.team;work.care\n"
                                     "Anna;;1.234,50;8;6\n"));
    assert_false(evaluate_rows(ALONE, "numeri: italiani\nname;pay;;work.team;work.care\n"
                                      "Anna;1,00;;8;6\nBruno;1,00;50%;8;6\n"));
    assert_said("E0955 m.csv:2:10");
    assert_false(evaluate_rows(ALONE, "numeri: italiani\nname;pay;work.team;work.care;;\n"
                                      "Anna;1,00;8;6;;7\n"));
    assert_said("E0955 m.csv:2:31");
}

static void columns_and_rows_must_be_right(void **state)
{
    (void)state;
    load_rules();
    assert_false(evaluate_rows(ALONE, "numbers: plain\nname;pai;xyz;name\nAnna;1;2;3\n"));
    assert_said("E0939 m.csv:2:6; E0940 m.csv:2:10; E0941 m.csv:2:14");
    assert_false(evaluate_rows(ALONE, "numbers: plain\npay\n1\n"));
    assert_said("E0942 m.csv:2:1");
    assert_false(evaluate_rows(ALONE, "numbers: plain\nname;pay\nAnna\nBruno;1;2\n;3\n"));
    assert_said("E0943 m.csv:3:1; E0943 m.csv:4:1; E0944 m.csv:5:1");
    assert_false(evaluate_rows(ALONE, "numbers: plain\nname;pay\nAnna;1\nANNA;2\n"));
    assert_said("E0945 m.csv:4:1");
}

static void a_row_of_a_planned_list_is_about_an_entry_of_the_plan(void **state)
{
    (void)state;
    write_file("plans/test/years/plan.yaml",
               "plan: test/years\norganization: M\ntitle: T\n"
               "period: {from: 2024-01-01, to: 2026-12-31}\nsource: S\n"
               "goals:\n  - {id: roads, title: Strade}\n  - {id: parks, title: Parchi}\n");
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", plan = \"test/years\" }\n");
    write_file("rules/test/2024/person.lua",
               "return subject { goal = list { from = \"plan.goals\",\n"
               "  name = text { planned = \"title\" }, done = percent {} } }\n");
    assert_true(load());
    assert_true(evaluate_rows(HEAD, "numbers: plain\nid;name;done\nparks;Parchi;5%\nroads;;7%\n"));
    assert_figure_for("goal.done", "roads", "7");
    assert_true(evaluate_rows(HEAD "person: {goal: {roads: {done: 7%}}}\n",
                              "numbers: plain\nname;done\nParchi;5%\n"));
    assert_figure_for("goal.done", "parks", "5");
    assert_false(evaluate_rows(HEAD, "numbers: plain\nid;name;done\nparks;Parco;5%\n"));
    assert_said("E0949 m.csv:3:7");
    assert_false(evaluate_rows(HEAD, "numbers: plain\nid;name;done\nparks;Strade;5%\n"));
    assert_said("E1161 m.csv:3:7");
    assert_false(evaluate_rows(HEAD, "numbers: plain\nid;done\nparks;5%\n"));
    assert_said("E0948 m.csv:2:1");
}

static void names_of_the_plan_go_before_the_ids_they_make(void **state)
{
    (void)state;
    write_file("plans/test/years/plan.yaml",
               "plan: test/years\norganization: M\ntitle: T\n"
               "period: {from: 2024-01-01, to: 2026-12-31}\nsource: S\n"
               "goals:\n  - {id: roads, title: Parks}\n  - {id: parks, title: Roads}\n"
               "  - {id: one, title: Trees}\n  - {id: two, title: Trees}\n");
    write_file("rules/test/2024/pack.lua", "pack { title = \"Prova\", plan = \"test/years\" }\n");
    write_file("rules/test/2024/person.lua",
               "return subject { goal = list { from = \"plan.goals\",\n"
               "  name = text { planned = \"title\" }, done = percent { default = \"0%\" } } }\n");
    assert_true(load());
    assert_true(evaluate_rows(HEAD, "numbers: plain\nname;done\nParks;5%\n"));
    assert_figure_for("goal.done", "roads", "5");
    assert_figure_for("goal.done", "parks", "0");
    assert_false(evaluate_rows(HEAD, "numbers: plain\nname;done\nparks;5%\n"));
    assert_said("E1160 m.csv:3:1");
    assert_false(evaluate_rows(HEAD, "numbers: plain\nname;done\nTrees;5%\n"));
    assert_said("E1160 m.csv:3:1");
    assert_false(evaluate_rows(HEAD, "numbers: plain\nid;name;done\nparks;Parks;5%\n"));
    assert_said("E1161 m.csv:3:7");
    assert_true(evaluate_rows(HEAD, "numbers: plain\nid;name;done\ntwo;Trees;5%\n"));
    assert_figure_for("goal.done", "two", "5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_are_the_entries_where_nobody_else_says_them),
        TEST(a_list_that_an_empty_form_left_open_is_nobodys),
        TEST(numbers_are_what_the_first_row_says),
        TEST(days_and_flags_are_read_as_spreadsheets_write_them),
        TEST(a_value_that_does_not_fit_is_told_at_its_cell),
        TEST(rows_fill_what_the_evaluation_leaves_out),
        TEST(a_name_to_the_letter_goes_before_the_id_it_makes),
        TEST(an_id_and_a_name_that_disagree_are_told),
        TEST(a_name_that_two_entries_have_does_not_say_which),
        TEST(names_of_the_plan_go_before_the_ids_they_make),
        TEST(a_file_without_its_first_row_is_refused),
        TEST(the_first_row_says_nothing_twice),
        TEST(a_column_without_a_name_holds_nothing),
        TEST(columns_and_rows_must_be_right),
        TEST(a_row_of_a_planned_list_is_about_an_entry_of_the_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
