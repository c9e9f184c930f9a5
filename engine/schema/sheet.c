/* Sheets: a mark for each criterion of the cell, on its scale or within its bounds. A criterion
 * without a mark is an error, never a zero; that it does not apply is written, where the rules say
 * what then becomes of the sheet. */
#include "base/visible.h"
#include "schema/reader.h"

/* One criterion's place in the file. */
typedef struct place {
    const pag_reader *reader;
    const pag_cell *cell;
    const pag_criterion *criterion;
} place;

/* As the marks are written at `pos`; "2,5; 5" where a comma begins decimals. */
static pag_str scale_text(const pag_reader *reader, pag_pos pos, const pag_cell *cell)
{
    pag_source_cell at;
    pag_text text = {.arena = reader->arena};
    bool commas = pag_said_in_table(reader, pos, &at) && at.commas;
    for (size_t i = 0; i < cell->n_marks; i++) {
        if (i) pag_text_put(&text, commas ? PAG_STR("; ") : PAG_STR(", "));
        pag_text_put(&text,
                     pag_said_as(reader, pos, pag_number_written(reader->arena, cell->marks[i])));
    }
    return pag_text_str(&text);
}

bool pag_mark_on_scale(const pag_scalar *s, pag_number x)
{
    if (pag_scalar_fits(s, x)) return true;
    const pag_reader *r = s->reader;
    pag_diag_add(r->diags, PAG_E0239, s->pos, 3, pag_said_name(r, s->pos, s->name),
                 pag_said_text(r, s->pos, s->text), scale_text(r, s->pos, s->sheet));
    return false;
}

/* --- one mark --- */

static bool is_na(pag_str text)
{
    return pag_str_equal(text, PAG_STR("na"));
}

/* How people also write it. */
static bool is_nearly_na(pag_str text)
{
    static const pag_str forms[] = {
        PAG_WORD("NA"),  PAG_WORD("Na"),   PAG_WORD("n.a."), PAG_WORD("n.a"),  PAG_WORD("N.A."),
        PAG_WORD("N.A"), PAG_WORD("n/a"),  PAG_WORD("N/A"),  PAG_WORD("n.p."), PAG_WORD("N.P."),
        PAG_WORD("np"),  PAG_WORD("n.d."), PAG_WORD("nd"),   PAG_WORD("-"),    PAG_WORD("—")};
    return pag_names_have((pag_names){forms, sizeof forms / sizeof *forms}, text);
}

pag_scalar pag_mark_scalar(const pag_reader *reader, const pag_cell *cell,
                           const pag_criterion *criterion, pag_pos pos)
{
    pag_scalar s = {.reader = reader, .name = criterion->id, .type = PAG_TYPE_POINTS, .pos = pos};
    s.bounds = pag_criterion_bounds(cell, criterion);
    s.sheet = cell;
    s.in_data = true;
    return s;
}

/* "8": a mark that may be given. */
static pag_str example_mark(pag_arena *arena, const pag_cell *cell, const pag_criterion *criterion)
{
    pag_bounds b = pag_criterion_bounds(cell, criterion);
    if (!cell->n_marks && !b.max.set) return pag_type_example(PAG_TYPE_SHEET);
    return pag_number_written(arena, pag_criterion_most(cell, criterion));
}

static bool refuse_nearly_na(const place *at, const pag_node *node)
{
    pag_source_cell cell;
    pag_pos pos = node->pos;
    const pag_reader *r = at->reader;
    bool table = pag_said_in_table(r, pos, &cell);
    pag_str example = table ? pag_said_as(r, pos, example_mark(r->arena, at->cell, at->criterion))
                            : pag_mark_example(r->arena, at->cell, at->criterion);
    pag_diag_add(r->diags, table ? PAG_E1153 : PAG_E0726, pos, 3,
                 pag_said_name(r, pos, at->criterion->id), node->text, example);
    return false;
}

/* The criterion is said not to apply. */
static bool read_na(const place *at, const pag_node *node, pag_mark *out)
{
    out->absent = true;
    out->pos = node->pos;
    if (at->cell->na != PAG_NA_REFUSE) return true;
    pag_diag_add(at->reader->diags, PAG_E0727, node->pos, 2, at->criterion->id, at->cell->name)
        ->also = at->cell->pos;
    return false;
}

static bool read_number(const place *at, const pag_node *node, pag_mark *out)
{
    pag_number x;
    if (!pag_reader_scalar(at->reader, at->criterion->id, node)) return false;
    if (is_na(node->text)) return read_na(at, node, out);
    if (is_nearly_na(node->text) && at->cell->na != PAG_NA_REFUSE)
        return refuse_nearly_na(at, node);
    pag_scalar s = pag_mark_scalar(at->reader, at->cell, at->criterion, node->pos);
    s.text = node->text;
    if (!pag_scalar_number(&s, &x)) return false;
    out->number = x;
    out->pos = node->pos;
    if (at->cell->n_marks) return pag_mark_on_scale(&s, x);
    return pag_scalar_within(&s, x) && pag_scalar_has_one_reading(&s);
}

static bool judge_motivation(const place *at, const pag_node *node, pag_str because, pag_str mark)
{
    if (!at->cell->motivated || because.len) return true;
    pag_arena *arena = at->reader->arena;
    pag_str column = pag_text_join(arena, 4, at->cell->name, PAG_STR("."), at->criterion->id,
                                   PAG_STR(".because"));
    if (pag_said_no_column(at->reader, node->pos, column, PAG_STR(""))) return false;
    pag_str example = pag_text_join(arena, 4, at->criterion->id, PAG_STR(": {mark: "), mark,
                                    PAG_STR(", because: \"…\"}"));
    pag_diag_add(at->reader->diags, PAG_E0730, node->pos, 3, at->criterion->id, at->cell->name,
                 example)
        ->also = at->cell->pos;
    return false;
}

/* A text of blanks where a reason must stand is no reason. */
static bool read_reason(const place *at, const pag_reader *own, const pag_node *node, pag_mark *out)
{
    pag_field because = {PAG_WORD("because"), PAG_WORD("because: …"), false};
    const pag_node *why = pag_node_get(node, because.name);
    if (why && at->cell->motivated) {
        because.required = true;
        if (why->text.len && pag_text_is_blank(why->text)) return true;
    }
    return pag_reader_reason(own, node, &because, &out->because);
}

/* {mark: 8, because: "…"} */
static bool read_motivated(const place *at, const pag_node *node, pag_mark *out)
{
    static const pag_str keys[] = {PAG_WORD("mark"), PAG_WORD("because")};
    static const pag_field mark = {PAG_WORD("mark"), PAG_WORD("mark: 8"), true};
    const pag_node *number;
    const pag_reader own = {at->reader->arena, at->reader->diags, {keys, 2}, at->reader->lenient};
    bool ok = pag_reader_keys(&own, node, own.known);
    ok = read_reason(at, &own, node, out) && ok;
    ok = pag_reader_number(&own, node, &mark, &number) && read_number(at, number, out) && ok;
    return ok && judge_motivation(at, number, out->because, number->text);
}

static bool read_mark(const place *at, const pag_node *node, pag_mark *out)
{
    if (node->kind == PAG_NODE_MAP) return read_motivated(at, node, out);
    return read_number(at, node, out) && judge_motivation(at, node, PAG_STR(""), node->text);
}

/* --- the sheet --- */

pag_str pag_mark_example(pag_arena *arena, const pag_cell *cell, const pag_criterion *criterion)
{
    pag_str mark = example_mark(arena, cell, criterion);
    if (!cell->motivated) return mark;
    return pag_text_join(arena, 3, PAG_STR("{mark: "), mark, PAG_STR(", because: \"…\"}"));
}

static pag_names ids_of(pag_arena *arena, const pag_cell *cell)
{
    pag_str *ids = PAG_NEW_ARRAY(arena, pag_str, cell->n_criteria);
    for (size_t i = 0; i < cell->n_criteria; i++) ids[i] = cell->criteria[i].id;
    return (pag_names){ids, cell->n_criteria};
}

static bool keys_are_criteria(const pag_reader *reader, pag_names names, const pag_node *node)
{
    size_t unknown = 0;
    for (size_t i = 0; i < node->count && unknown < PAG_MOST_UNKNOWN; i++) {
        const pag_pair *pair = &node->pairs[i];
        if (pag_names_have(names, pair->key)) continue;
        pag_reader_unknown(reader, pair->key, pair->key_pos, names, pag_unknown_criterion);
        unknown++;
    }
    return unknown == 0;
}

static bool say_missing(const place *at, const pag_node *node)
{
    if (pag_names_misspelt(at->reader->known, node, at->criterion->id)) return false;
    pag_arena *arena = at->reader->arena;
    pag_str title = at->criterion->title;
    if (title.len) title = pag_text_join(arena, 3, PAG_STR(" ("), title, PAG_STR(")"));
    pag_str column = pag_text_join(arena, 3, at->cell->name, PAG_STR("."), at->criterion->id);
    if (pag_said_no_column(at->reader, node->pos, column, title)) return false;
    pag_str example = pag_mark_example(arena, at->cell, at->criterion);
    pag_diag_add(at->reader->diags, PAG_E0240, node->pos, 4, at->cell->name, at->criterion->id,
                 title, pag_text_join(arena, 3, at->criterion->id, PAG_STR(": "), example));
    return false;
}

/* Of nothing there is neither a sum nor a mean. */
static bool judge_applicable(const pag_reader *reader, const pag_sheet *sheet, const pag_node *node)
{
    bool applies = false, counts = false;
    for (size_t i = 0; i < sheet->n; i++) {
        if (sheet->marks[i].absent) continue;
        pag_number weight = pag_criterion_weight(&sheet->cell->criteria[i]);
        applies = true;
        counts = counts || pag_number_sign(weight) > 0;
    }
    if (counts) return true;
    pag_diag_add(reader->diags, applies ? PAG_E0729 : PAG_E0728, node->pos, 1, sheet->cell->name);
    return false;
}

pag_sheet *pag_sheet_read(const pag_reader *reader, const pag_cell *cell, const pag_node *node)
{
    if (!pag_reader_map(reader, cell->name, node)) return NULL;
    pag_sheet *sheet = PAG_NEW(reader->arena, pag_sheet);
    const pag_reader own = {reader->arena, reader->diags, ids_of(reader->arena, cell),
                            reader->lenient};
    bool ok = keys_are_criteria(&own, own.known, node);
    sheet->handle = PAG_HANDLE_SHEET;
    sheet->cell = cell;
    sheet->n = cell->n_criteria;
    sheet->marks = PAG_NEW_ARRAY(reader->arena, pag_mark, sheet->n);
    for (size_t i = 0; i < sheet->n; i++) {
        place at = {&own, cell, &cell->criteria[i]};
        const pag_node *mark = pag_node_get(node, at.criterion->id);
        ok = (mark ? read_mark(&at, mark, &sheet->marks[i]) : say_missing(&at, node)) && ok;
    }
    return ok && judge_applicable(reader, sheet, node) ? sheet : NULL;
}
