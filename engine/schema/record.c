/* Maps as entries: each cell that is given is read, everything else that stands in the map is
 * refused. What is missing is an error unless the pack has a default for it. */
#include "base/text.h"
#include "schema/reader.h"

/* --- keys --- */

/* A test case sets what it likes, where an evaluation gives what is asked. */
static bool may_be_given(const pag_cell *cell, bool lenient)
{
    return lenient || cell->origin == PAG_GIVEN;
}

static pag_names names_of(pag_arena *arena, const pag_group *group, pag_names more, bool lenient)
{
    pag_str *all = PAG_NEW_ARRAY(arena, pag_str, group->n_cells + more.n);
    size_t n = 0;
    for (size_t i = 0; i < group->n_cells; i++) {
        if (may_be_given(&group->cells[i], lenient)) all[n++] = group->cells[i].name;
    }
    for (size_t i = 0; i < more.n; i++) {
        if (!pag_names_have((pag_names){all, n}, more.at[i])) all[n++] = more.at[i];
    }
    return (pag_names){all, n};
}

/* The value of a cell that is not given must not be written. */
static void say_not_given(const pag_reader *reader, const pag_figure *figure, const pag_pair *pair)
{
    bool planned = figure->cell->origin == PAG_PLANNED;
    pag_diag_add(reader->diags, planned ? PAG_E0789 : PAG_E0222, pair->key_pos, 1, pair->key)
        ->also = figure->pos;
}

static bool keys_fit(const pag_reader *reader, const pag_entry *entry, const pag_node *node,
                     pag_names more)
{
    const pag_group *group = entry->group;
    bool ok = true;
    size_t unknown = 0;
    pag_names names = {NULL, 0}; /* gathered only when there is something to say */
    for (size_t i = 0; i < node->count && unknown < PAG_MOST_UNKNOWN; i++) {
        const pag_pair *pair = &node->pairs[i];
        const pag_cell *cell = pag_group_cell(group, pair->key);
        if (pag_names_have(more, pair->key) || (cell && may_be_given(cell, reader->lenient))) {
            continue;
        }
        ok = false;
        if (cell) {
            say_not_given(reader, &entry->figures[cell->slot], pair);
            continue;
        }
        if (!names.at) names = names_of(reader->arena, group, more, reader->lenient);
        pag_reader_unknown(reader, pair->key, pair->key_pos, names, pag_unknown_key);
        unknown++;
    }
    return ok;
}

/* --- what is missing --- */

/* "{assistenza: 10, coordinamento: 10, …}" */
static void put_sheet_example(pag_text *text, const pag_cell *cell)
{
    enum { SHOWN = 2 };
    pag_text_byte(text, '{');
    for (size_t i = 0; i < cell->n_criteria && i < SHOWN; i++) {
        if (i) pag_text_put(text, PAG_STR(", "));
        pag_text_put(text, cell->criteria[i].id);
        pag_text_put(text, PAG_STR(": "));
        pag_text_put(text, pag_mark_example(text->arena, cell, &cell->criteria[i]));
    }
    pag_text_put(text, cell->n_criteria > SHOWN ? PAG_STR(", …}") : PAG_STR("}"));
}

void pag_put_given_example(pag_text *text, const pag_group *group)
{
    bool first = true;
    pag_text_byte(text, '{');
    for (size_t i = 0; i < group->n_cells; i++) {
        if (group->cells[i].origin != PAG_GIVEN) continue;
        if (!first) pag_text_put(text, PAG_STR(", "));
        first = false;
        pag_text_put(text, group->cells[i].name);
        pag_text_put(text, PAG_STR(": …"));
    }
    pag_text_byte(text, '}');
}

/* "[{name: …, share: …}, …]"; of a list from the plan "{a: {mark: …}, …}". */
static void put_list_example(pag_text *text, const pag_figure *figure)
{
    const pag_planned *planned = pag_planned_of(figure);
    pag_text_put(text, planned ? PAG_STR("{") : PAG_STR("["));
    if (planned) pag_text_put(text, planned->rows[0].id);
    if (planned) pag_text_put(text, PAG_STR(": "));
    pag_put_given_example(text, figure->cell->list);
    pag_text_put(text, planned && planned->n == 1 ? PAG_STR("") : PAG_STR(", …"));
    pag_text_put(text, planned ? PAG_STR("}") : PAG_STR("]"));
}

static pag_str example_of(const pag_reader *reader, const pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    pag_text text = {.arena = reader->arena};
    pag_text_put(&text, cell->name);
    pag_text_put(&text, PAG_STR(": "));
    if (cell->type == PAG_TYPE_SHEET) {
        put_sheet_example(&text, cell);
    } else if (cell->type == PAG_TYPE_LIST) {
        put_list_example(&text, figure);
    } else {
        pag_text_put(&text, pag_cell_example(reader, cell, figure->entry->pos));
    }
    return pag_text_str(&text);
}

static bool say_missing(const pag_reader *reader, const pag_figure *figure)
{
    const pag_cell *cell = figure->cell;
    pag_str title = cell->title;
    if (title.len) title = pag_text_join(reader->arena, 3, PAG_STR(" ("), title, PAG_STR(")"));
    if (pag_said_no_column(reader, figure->entry->pos, cell->name, title)) return false;
    pag_str words = pag_cell_words(reader->arena, cell);
    pag_diag_add(reader->diags, words.len ? PAG_E0295 : PAG_E0220, figure->entry->pos, 3,
                 cell->name, title, words.len ? words : example_of(reader, figure));
    return false;
}

/* --- cells --- */

static bool read_sheet(const pag_reader *reader, pag_figure *figure, const pag_node *node)
{
    pag_sheet *sheet = pag_sheet_read(reader, figure->cell, node);
    if (!sheet) return false;
    sheet->figure = figure;
    figure->value = (pag_value){.kind = PAG_VALUE_SHEET, .sheet = sheet};
    return true;
}

/* Of a list from the plan `node` may be NULL. */
static bool read_list(const pag_reader *reader, pag_figure *figure, const pag_node *node)
{
    pag_list *list = pag_planned_of(figure)
                         ? pag_planned_read(reader, figure, node)
                         : pag_list_read(reader, figure->cell, node, figure->entry);
    if (!list) return false;
    figure->value = (pag_value){.kind = PAG_VALUE_LIST, .list = list};
    return true;
}

/* What formulas make of a cell is not bound to cents, so neither is what a test puts there. */
static bool read_exact(const pag_reader *reader, pag_figure *figure, const pag_node *node)
{
    const pag_cell *cell = figure->cell;
    if (!pag_value_read_exact(reader->arena, reader->diags, cell, node, &figure->value)) {
        return false;
    }
    return figure->value.kind != PAG_VALUE_NUMBER || !pag_type_is_number(cell->type) ||
           pag_value_within(reader->arena, reader->diags, cell, figure->value.number, node->pos);
}

static bool read_node(const pag_reader *reader, pag_figure *figure, const pag_node *node)
{
    const pag_cell *cell = figure->cell;
    figure->pos = node->pos;
    if (cell->type == PAG_TYPE_SHEET) return read_sheet(reader, figure, node);
    if (cell->type == PAG_TYPE_LIST) return read_list(reader, figure, node);
    bool may_lack = reader->lenient || cell->optional || cell->value.kind != PAG_VALUE_NONE;
    bool good = may_lack                         ? pag_reader_may_lack(reader, cell->name, node)
                : pag_type_is_number(cell->type) ? pag_reader_scalar(reader, cell->name, node)
                                                 : pag_reader_word(reader, cell->name, node);
    if (!good) return false;
    if (cell->origin != PAG_GIVEN) return read_exact(reader, figure, node);
    return pag_value_read_data(reader->arena, reader->diags, cell, node->text, node->pos,
                               &figure->value);
}

/* A key that was told as a misspelling of this one is enough said. */
static bool is_misspelt(const pag_reader *reader, const pag_figure *figure, const pag_node *map)
{
    pag_names names = names_of(reader->arena, figure->entry->group, reader->known, reader->lenient);
    return pag_names_misspelt(names, map, figure->cell->name);
}

/* Whether all that the list holds is said by the plan, or has a default. A test case has the
 * entries of the plan in any case. */
static bool needs_nothing(const pag_reader *reader, const pag_figure *figure)
{
    return pag_planned_of(figure) && (reader->lenient || !pag_planned_asks(figure->cell->list));
}

/* Where a subject's cells stand beside the words of a test case, a word is never one of them. */
static const pag_node *node_of(const pag_reader *reader, const pag_figure *figure,
                               const pag_node *map)
{
    bool beside = reader->lenient && !figure->entry->parent;
    if (beside && pag_names_have(reader->known, figure->cell->name)) return NULL;
    return pag_node_get(map, figure->cell->name);
}

static bool read_given(const pag_reader *reader, pag_figure *figure, const pag_node *map)
{
    const pag_node *node = node_of(reader, figure, map);
    bool ok = true;
    if (node) {
        ok = read_node(reader, figure, node);
    } else if (figure->cell->value.kind != PAG_VALUE_NONE) {
        figure->value = figure->cell->value;
        figure->defaulted = true;
    } else if (needs_nothing(reader, figure)) {
        ok = read_list(reader, figure, NULL);
    } else if (reader->lenient && !figure->cell->optional) {
        figure->state = PAG_ABSENT;
        return true;
    } else if (!figure->cell->optional) {
        ok = !is_misspelt(reader, figure, map) && say_missing(reader, figure);
    }
    figure->state = ok ? PAG_DONE : PAG_FAILED;
    return ok;
}

/* What the plan says stands in every case; a case about a plan that leaves it out says so. */
static bool is_taken_away(const pag_figure *figure, const pag_node *node)
{
    return figure->cell->origin == PAG_PLANNED && figure->cell->optional &&
           node->kind == PAG_NODE_SCALAR && node->plain &&
           pag_str_equal(node->text, PAG_STR("null"));
}

/* A cell that the pack fixes or computes, or the plan says, set by a test case. */
static bool read_set(const pag_reader *reader, pag_figure *figure, const pag_node *node)
{
    bool away = is_taken_away(figure, node);
    if (away) figure->value = (pag_value){.kind = PAG_VALUE_NONE};
    if (away) figure->pos = node->pos;
    bool ok = away || read_node(reader, figure, node);
    figure->defaulted = false;
    figure->state = ok ? PAG_DONE : PAG_FAILED;
    return ok;
}

static bool read_figure(const pag_reader *reader, pag_figure *figure, const pag_node *map)
{
    bool given = figure->cell->origin == PAG_GIVEN;
    const pag_node *set = reader->lenient && !given ? node_of(reader, figure, map) : NULL;
    if (set) return read_set(reader, figure, set);
    switch (figure->cell->origin) {
    case PAG_GIVEN: return read_given(reader, figure, map);
    case PAG_FIXED:
        figure->value = figure->cell->value;
        figure->state = PAG_DONE;
        return true;
    case PAG_PLANNED: /* the list has filled it in */
    case PAG_COMPUTED:
    case PAG_LOOKED_UP:
    case PAG_SHARED: break;
    }
    return true;
}

bool pag_figure_is_left_out(const pag_figure *figure)
{
    return figure->cell->optional && figure->value.kind == PAG_VALUE_NONE;
}

/* --- entries --- */

pag_entry *pag_entry_create(pag_arena *arena, const pag_group *group, pag_entry *parent,
                            pag_pos pos)
{
    pag_entry *entry = PAG_NEW(arena, pag_entry);
    entry->handle = PAG_HANDLE_ENTRY;
    entry->group = group;
    entry->parent = parent;
    entry->pos = pos;
    entry->figures = PAG_NEW_ARRAY(arena, pag_figure, group->n_cells);
    for (size_t i = 0; i < group->n_cells; i++) {
        entry->figures[i].cell = &group->cells[i];
        entry->figures[i].entry = entry;
    }
    return entry;
}

bool pag_entry_read(const pag_reader *reader, pag_entry *entry, const pag_node *node,
                    pag_names names)
{
    const pag_reader own = {reader->arena, reader->diags, names, reader->lenient};
    bool ok = keys_fit(&own, entry, node, names);
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        ok = read_figure(&own, &entry->figures[i], node) && ok;
    }
    return ok;
}

static pag_entry *read_subject(const pag_reader *reader, const pag_group *group,
                               const pag_node *node, pag_names skip)
{
    if (!pag_reader_map(reader, group->name, node)) return NULL;
    pag_entry *entry = pag_entry_create(reader->arena, group, NULL, node->pos);
    entry->id = group->name;
    entry->name = group->title.len ? group->title : group->name;
    return pag_entry_read(reader, entry, node, skip) ? entry : NULL;
}

pag_entry *pag_record_read(pag_arena *arena, pag_diagnostics *diags, const pag_group *group,
                           const pag_node *node, const pag_str *skip, size_t n_skip)
{
    pag_reader reader = {.arena = arena, .diags = diags};
    return read_subject(&reader, group, node, (pag_names){skip, n_skip});
}

pag_entry *pag_record_read_part(pag_arena *arena, pag_diagnostics *diags, const pag_group *group,
                                const pag_node *node, const pag_str *skip, size_t n_skip)
{
    pag_reader reader = {.arena = arena, .diags = diags, .lenient = true};
    return read_subject(&reader, group, node, (pag_names){skip, n_skip});
}
