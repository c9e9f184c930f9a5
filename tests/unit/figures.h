/* What the tests of the writers share: an evaluated result made by hand, with its traces, as the
 * engine would leave it. Three members share one base; each has a sheet, a total, a row of a band
 * table, a ceiling, a rounded pay. */
#ifndef TESTS_UNIT_FIGURES_H
#define TESTS_UNIT_FIGURES_H

#include "explain/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { SALARY, CEILING, READING, MEMBERS, TOTAL_PAY, OUTER_CELLS };
enum { NAME, SHARE, MARKS, TOTAL, RATE, BASE, PAY, INNER_CELLS };
enum { MEMBER_COUNT = 3, CRITERIA = 2 };
enum { SITE_SUM_MARKS = 1, SITE_LEAST, SITE_SUM_PAY };

struct world {
    pag_arena arena;
    pag_sources *sources;
    pag_group outer, inner;
    pag_cell outer_cells[OUTER_CELLS], inner_cells[INNER_CELLS];
    pag_criterion criteria[CRITERIA];
    pag_choice readings[2];
    pag_band rows[3];
    pag_give gives[3];
    pag_bands bands;
    pag_entry subject, members[MEMBER_COUNT], *member_list[MEMBER_COUNT], *subjects[1];
    pag_figure outer_figures[OUTER_CELLS], inner_figures[MEMBER_COUNT][INNER_CELLS];
    pag_sheet sheets[MEMBER_COUNT];
    pag_mark marks[MEMBER_COUNT][CRITERIA];
    pag_list list;
    pag_evaluation evaluation;
    pag_result result;
    pag_view view;
};

static struct world w;

static inline pag_str str(const char *text)
{
    return pag_str_from(text);
}

/* "84" with a unit: "26150.48" as money, "8%" as a percentage. */
static inline pag_number num(const char *text, pag_unit unit)
{
    pag_number x = PAG_ZERO;
    assert_int_equal(pag_number_parse(&w.arena, str(text), &x), PAG_NUMBER_OK);
    return pag_number_with_unit(&w.arena, x, unit);
}

static inline pag_pos at_rules(uint32_t line)
{
    return (pag_pos){1, line, 3, 1};
}

static inline pag_pos at_data(uint32_t line)
{
    return (pag_pos){2, line, 5, 1};
}

static inline pag_cell *declare(pag_group *group, size_t slot, const char *name, pag_type type,
                                pag_origin origin)
{
    pag_cell *cell = &group->cells[slot];
    *cell = (pag_cell){.name = str(name), .type = type, .origin = origin, .group = group};
    cell->slot = (uint32_t)slot;
    cell->pos = at_rules((uint32_t)slot + (group == &w.outer ? 10 : 20));
    return cell;
}

static inline void declare_outer(void)
{
    w.outer =
        (pag_group){.name = str("fund"), .title = str("Fondo comune"), .cells = w.outer_cells};
    w.outer.n_cells = OUTER_CELLS;
    declare(&w.outer, SALARY, "salary", PAG_TYPE_MONEY, PAG_GIVEN)->title = str("monte salari");
    pag_cell *ceiling = declare(&w.outer, CEILING, "ceiling", PAG_TYPE_PERCENT, PAG_FIXED);
    ceiling->source = str("contratto 2001, art. 42");
    pag_cell *reading = declare(&w.outer, READING, "reading", PAG_TYPE_CHOICE, PAG_FIXED);
    reading->title = str("Lettura della convenzione");
    reading->choices = w.readings;
    w.readings[0] = (pag_choice){PAG_HANDLE_CHOICE, reading, 0, str("own share"), str("")};
    w.readings[1] = (pag_choice){PAG_HANDLE_CHOICE, reading, 1, str("whole base"), str("")};
    declare(&w.outer, MEMBERS, "member", PAG_TYPE_LIST, PAG_GIVEN)->list = &w.inner;
    declare(&w.outer, TOTAL_PAY, "pay", PAG_TYPE_MONEY, PAG_COMPUTED)->title = str("Totale");
    w.outer_cells[TOTAL_PAY].of = (pag_formula){
        1, at_rules(14), 14, str("function(f) return sum(f.member, \"pay\") end"), 1, 0};
}

static inline void declare_columns(void)
{
    static const char *const headings[] = {
        [NAME] = "Ente",   [SHARE] = "Quota", [TOTAL] = "Punteggio",
        [RATE] = "Fascia", [PAY] = "Importo", [INNER_CELLS] = NULL};
    for (size_t i = 0; i < INNER_CELLS; i++) {
        if (headings[i]) w.inner_cells[i].column = str(headings[i]);
    }
}

static inline void declare_inner(void)
{
    w.inner =
        (pag_group){.name = str("member"), .parent = &w.outer, .depth = 1, .cells = w.inner_cells};
    w.inner.n_cells = INNER_CELLS;
    declare(&w.inner, NAME, "name", PAG_TYPE_TEXT, PAG_GIVEN);
    pag_cell *share = declare(&w.inner, SHARE, "share", PAG_TYPE_PERCENT, PAG_GIVEN);
    share->title = str("quota");
    share->sum = (pag_bound){true, num("100%", PAG_PERCENT), at_rules(21)};
    pag_cell *marks = declare(&w.inner, MARKS, "marks", PAG_TYPE_SHEET, PAG_GIVEN);
    marks->title = str("voti");
    marks->n_criteria = CRITERIA;
    marks->criteria = w.criteria;
    w.criteria[0] = (pag_criterion){.id = str("care"), .title = str("Cura del lavoro")};
    w.criteria[1] = (pag_criterion){.id = str("speed"), .title = str("Rispetto dei tempi")};
    declare(&w.inner, TOTAL, "total", PAG_TYPE_POINTS, PAG_COMPUTED)->title = str("punteggio");
    pag_cell *rate = declare(&w.inner, RATE, "rate", PAG_TYPE_PERCENT, PAG_LOOKED_UP);
    rate->title = str("percentuale");
    rate->bands = &w.bands;
    rate->by = TOTAL;
    declare(&w.inner, BASE, "base", PAG_TYPE_MONEY, PAG_COMPUTED)->title = str("base della quota");
    pag_cell *pay = declare(&w.inner, PAY, "pay", PAG_TYPE_MONEY, PAG_COMPUTED);
    pay->title = str("retribuzione di risultato");
    pay->payable = pay->rounds = true;
    pay->round_step = num("0.01", PAG_MONEY);
    pay->of = (pag_formula){2,
                            at_rules(26),
                            29,
                            str("function(m, f)\n    local rate = least(m.rate, f.ceiling)\n"
                                "    return m.base * rate\n  end"),
                            2,
                            0};
    declare_columns();
}

static inline void declare_bands(void)
{
    static const char *const edges[][3] = {
        {"51", "70", "6%"}, {"71", "85", "8%"}, {"86", "100", "10%"}};
    for (size_t i = 0; i < 3; i++) {
        pag_edge low = {
            .kind = PAG_EDGE_NUMBER, .inside = true, .number = num(edges[i][0], PAG_POINTS)};
        pag_edge high = low;
        high.number = num(edges[i][1], PAG_POINTS);
        w.gives[i] = (pag_give){.text = str(edges[i][2]), .is_number = true};
        w.gives[i].number = num(edges[i][2], PAG_PERCENT);
        w.rows[i] = (pag_band){.low = low, .high = high, .n_gives = 1, .gives = &w.gives[i]};
        w.rows[i].pos = at_rules((uint32_t)(5 + i));
    }
    w.bands = (pag_bands){.handle = PAG_HANDLE_BANDS,
                          .name = str("result_pay"),
                          .n = 3,
                          .rows = w.rows,
                          .gaps = PAG_GAPS_REFUSE,
                          .fixed = true,
                          .source = str("sistema di valutazione, tabella A")};
}

static inline pag_value number_value(pag_number number)
{
    return (pag_value){.kind = PAG_VALUE_NUMBER, .number = number};
}

static inline pag_figure *fill(pag_entry *entry, size_t slot, pag_value value, pag_pos pos)
{
    pag_figure *figure = &entry->figures[slot];
    *figure = (pag_figure){.cell = &entry->group->cells[slot],
                           .entry = entry,
                           .value = value,
                           .pos = pos,
                           .state = PAG_DONE};
    return figure;
}

static inline void trace(pag_figure *figure, const pag_step *steps, uint32_t n)
{
    pag_step *copy = PAG_NEW_ARRAY(&w.arena, pag_step, n);
    memcpy(copy, steps, n * sizeof *steps);
    figure->steps = copy;
    figure->n_steps = n;
}

static inline pag_step reads(const pag_figure *figure)
{
    return (pag_step){.kind = PAG_STEP_READ, .figure = figure};
}

/* One member as in the README: name, two marks, total, row, what it gives, pay before and after. */
struct told {
    const char *name, *id, *marks[CRITERIA], *total;
    uint32_t row;
    const char *gives, *before, *pay;
};

static inline void fill_sheet(size_t i, const struct told *told, uint32_t line)
{
    pag_entry *member = &w.members[i];
    for (size_t c = 0; c < CRITERIA; c++) {
        w.marks[i][c] =
            (pag_mark){.number = num(told->marks[c], PAG_POINTS), .pos = at_data(line + 2)};
    }
    w.sheets[i] = (pag_sheet){PAG_HANDLE_SHEET, &w.inner_cells[MARKS], CRITERIA, w.marks[i], NULL};
    pag_value sheet = {.kind = PAG_VALUE_SHEET, .sheet = &w.sheets[i]};
    w.sheets[i].figure = fill(member, MARKS, sheet, at_data(line + 2));
}

static inline void trace_pay(pag_entry *member, const pag_figure *base, const pag_figure *rate)
{
    pag_number *candidates = PAG_NEW_ARRAY(&w.arena, pag_number, 2);
    candidates[0] = rate->value.number;
    candidates[1] = num("10%", PAG_PERCENT);
    pag_step chose = {.kind = PAG_STEP_CHOSE, .site = SITE_LEAST, .n = 2, .numbers = candidates};
    chose.result = candidates[0];
    pag_step steps[] = {reads(rate), reads(&w.outer_figures[CEILING]), chose, reads(base)};
    trace(&member->figures[PAY], steps, 4);
}

static inline void fill_member(size_t i, const struct told *told)
{
    pag_entry *member = &w.members[i];
    uint32_t line = (uint32_t)(10 + 4 * i);
    *member = (pag_entry){PAG_HANDLE_ENTRY,
                          &w.inner,
                          &w.subject,
                          str(told->id),
                          str(told->name),
                          at_data(line),
                          NULL,
                          w.inner_figures[i],
                          0,
                          false,
                          NULL};
    pag_value name = {.kind = PAG_VALUE_TEXT, .text = str(told->name)};
    fill(member, NAME, name, at_data(line));
    pag_figure *share =
        fill(member, SHARE, number_value(num("1/3", PAG_PERCENT)), at_data(line + 1));
    fill_sheet(i, told, line);
    pag_figure *total =
        fill(member, TOTAL, number_value(num(told->total, PAG_POINTS)), (pag_pos){0});
    pag_step summed = {.kind = PAG_STEP_TOTAL,
                       .site = SITE_SUM_MARKS,
                       .n = CRITERIA,
                       .figure = w.sheets[i].figure,
                       .result = total->value.number};
    trace(total, (pag_step[]){reads(w.sheets[i].figure), summed}, 2);
    pag_figure *rate =
        fill(member, RATE, number_value(num(told->gives, PAG_PERCENT)), (pag_pos){0});
    pag_step looked = {.kind = PAG_STEP_LOOKED,
                       .chosen = told->row,
                       .bands = &w.bands,
                       .result = total->value.number,
                       .before = total->value.number};
    trace(rate, (pag_step[]){reads(total), looked}, 2);
    pag_figure *base = fill(member, BASE, number_value(num("26150.48", PAG_MONEY)), (pag_pos){0});
    trace(base, (pag_step[]){reads(&w.outer_figures[SALARY]), reads(share)}, 2);
    pag_figure *pay = fill(member, PAY, number_value(num(told->pay, PAG_MONEY)), (pag_pos){0});
    pay->before = num(told->before, PAG_MONEY);
    trace_pay(member, base, rate);
}

static inline void fill_subject(void)
{
    static const struct told told[MEMBER_COUNT] = {
        {"Borgo Alto", "borgo-alto", {"50", "42"}, "92", 2, "10%", "2615.048", "2615.05"},
        {"Castel Rio", "castel-rio", {"42", "42"}, "84", 1, "8%", "2092.0384", "2092.04"},
        {"Pieve Nuova", "pieve-nuova", {"30", "40"}, "70", 0, "6%", "1569.0288", "1569.03"}};
    w.subject = (pag_entry){
        PAG_HANDLE_ENTRY, &w.outer, NULL,  str("fund"), str("Fondo comune"), at_data(5), NULL,
        w.outer_figures,  0,        false, NULL};
    fill(&w.subject, SALARY, number_value(num("78451.44", PAG_MONEY)), at_data(6));
    fill(&w.subject, CEILING, number_value(num("10%", PAG_PERCENT)), (pag_pos){0});
    fill(&w.subject, READING, (pag_value){.kind = PAG_VALUE_CHOICE, .choice = &w.readings[0]},
         (pag_pos){0});
    w.list = (pag_list){PAG_HANDLE_LIST, &w.inner, MEMBER_COUNT, w.member_list, NULL, false, false};
    fill(&w.subject, MEMBERS, (pag_value){.kind = PAG_VALUE_LIST, .list = &w.list}, at_data(9));
    for (size_t i = 0; i < MEMBER_COUNT; i++) {
        w.member_list[i] = &w.members[i];
        fill_member(i, &told[i]);
    }
    pag_figure *pay =
        fill(&w.subject, TOTAL_PAY, number_value(num("6276.12", PAG_MONEY)), (pag_pos){0});
    const pag_figure **pays = PAG_NEW_ARRAY(&w.arena, const pag_figure *, MEMBER_COUNT);
    for (size_t i = 0; i < MEMBER_COUNT; i++) pays[i] = &w.inner_figures[i][PAY];
    pag_step summed = {.kind = PAG_STEP_TOTAL,
                       .site = SITE_SUM_PAY,
                       .n = MEMBER_COUNT,
                       .figures = pays,
                       .result = pay->value.number};
    trace(pay,
          (pag_step[]){reads(&w.outer_figures[MEMBERS]), reads(&w.inner_figures[0][PAY]),
                       reads(&w.inner_figures[1][PAY]), reads(&w.inner_figures[2][PAY]), summed},
          5);
}

static inline const pag_pack_call *written_call(const pag_pack *pack, uint32_t site)
{
    static const pag_str marks[] = {{"m.marks", 7}};
    static const pag_str both[] = {{"m.rate", 6}, {"f.ceiling", 9}};
    static const pag_str pays[] = {{"f.member", 8}, {"\"pay\"", 5}};
    static const pag_pack_call calls[] = {[SITE_SUM_MARKS] = {{"sum", 3}, {1, 23, 40, 3}, 1, marks},
                                          [SITE_LEAST] = {{"least", 5}, {1, 27, 18, 5}, 2, both},
                                          [SITE_SUM_PAY] = {{"sum", 3}, {1, 14, 40, 3}, 2, pays}};
    (void)pack;
    return site ? &calls[site] : NULL;
}

static inline int set_up(void **state)
{
    (void)state;
    memset(&w, 0, sizeof w);
    pag_arena_init(&w.arena, pag_heap(), 0);
    w.sources = pag_sources_create(&w.arena);
    pag_sources_add(w.sources, str("rules/esempio/2025/fund.lua"), str(""));
    pag_sources_add(w.sources, str("plans/esempio/2025.yaml"), str(""));
    declare_outer();
    declare_bands();
    declare_inner();
    fill_subject();
    w.subjects[0] = &w.subject;
    w.evaluation = (pag_evaluation){.path = str("plans/esempio/2025.yaml"), .source = 2};
    w.evaluation.diags = pag_diagnostics_create(&w.arena, w.sources);
    assert_int_equal(pag_date_parse(str("2025-01-01"), &w.evaluation.head.from), PAG_NUMBER_OK);
    assert_int_equal(pag_date_parse(str("2025-12-31"), &w.evaluation.head.to), PAG_NUMBER_OK);
    w.evaluation.head.period_pos = at_data(2);
    w.result = (pag_result){.evaluation = &w.evaluation, .n_subjects = 1, .subjects = w.subjects};
    w.view =
        (pag_view){.result = &w.result,
                   .pack = str("esempio/2025"),
                   .site = written_call,
                   .hash = str("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
                   .scratch = &w.arena,
                   .lang = PAG_IT,
                   .width = 80,
                   .program = PAG_STR("pagella")};
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    pag_arena_drop(&w.arena);
    return 0;
}

static inline bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

/* What a writer puts out, as a C string. */
static inline const char *taken(const pag_text *out)
{
    return pag_arena_copy(&w.arena, pag_text_str(out)).at;
}

#define CATCH(out)                                                                                 \
    (pag_sink)                                                                                     \
    {                                                                                              \
        .write = append, .ud = (out)                                                               \
    }
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
