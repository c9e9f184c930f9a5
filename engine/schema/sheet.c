/* Sheets: a mark for each criterion of the cell, on its scale or within its bounds. A criterion
 * without a mark is an error, never a zero. */
#include "base/text.h"
#include "schema/reader.h"

/* One criterion's place in the file. */
typedef struct place {
    const pag_reader *reader;
    const pag_cell *cell;
    const pag_criterion *criterion;
} place;

static pag_str scale_text(pag_arena *arena, const pag_cell *cell)
{
    pag_text text = {.arena = arena};
    for (size_t i = 0; i < cell->n_marks; i++) {
        if (i) pag_text_put(&text, PAG_STR(", "));
        pag_text_put(&text, pag_number_written(arena, cell->marks[i]));
    }
    return pag_text_str(&text);
}

static bool on_scale(const pag_scalar *s, const pag_cell *cell, pag_number x)
{
    for (size_t i = 0; i < cell->n_marks; i++) {
        if (pag_number_order(cell->marks[i], x) == 0) return true;
    }
    pag_diag_add(s->reader->diags, PAG_E0239, s->pos, 3, s->name, s->text,
                 scale_text(s->reader->arena, cell));
    return false;
}

static bool read_number(const place *at, const pag_node *node, pag_mark *out)
{
    pag_number x;
    if (!pag_reader_scalar(at->reader, at->criterion->id, node)) return false;
    pag_scalar s = {at->reader, at->criterion->id, PAG_TYPE_POINTS, node->text, node->pos};
    if (!pag_scalar_number(&s, &x)) return false;
    out->number = x;
    out->pos = node->pos;
    return at->cell->n_marks ? on_scale(&s, at->cell, x) : pag_scalar_within(&s, at->cell, x, true);
}

/* {mark: 8, because: "…"} */
static bool read_motivated(const place *at, const pag_node *node, pag_mark *out)
{
    static const pag_str keys[] = {PAG_WORD("mark"), PAG_WORD("because")};
    static const pag_field mark = {PAG_WORD("mark"), PAG_WORD("mark: 8"), true};
    static const pag_field because = {PAG_WORD("because"), PAG_WORD("because: …"), false};
    const pag_node *number;
    const pag_reader own = {at->reader->arena, at->reader->diags, {keys, 2}};
    bool ok = pag_reader_keys(&own, node, own.known);
    ok = pag_reader_text(&own, node, &because, &out->because) && ok;
    return pag_reader_value(&own, node, &mark, &number) && read_number(at, number, out) && ok;
}

static bool read_mark(const place *at, const pag_node *node, pag_mark *out)
{
    return node->kind == PAG_NODE_MAP ? read_motivated(at, node, out) : read_number(at, node, out);
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
    pag_str example = at->cell->n_marks ? pag_number_written(arena, at->cell->marks[0])
                                        : pag_type_example(PAG_TYPE_SHEET);
    pag_diag_add(at->reader->diags, PAG_E0240, node->pos, 4, at->cell->name, at->criterion->id,
                 title, pag_text_join(arena, 3, at->criterion->id, PAG_STR(": "), example));
    return false;
}

pag_sheet *pag_sheet_read(const pag_reader *reader, const pag_cell *cell, const pag_node *node)
{
    if (!pag_reader_map(reader, cell->name, node)) return NULL;
    pag_sheet *sheet = PAG_NEW(reader->arena, pag_sheet);
    const pag_reader own = {reader->arena, reader->diags, ids_of(reader->arena, cell)};
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
    return ok ? sheet : NULL;
}
