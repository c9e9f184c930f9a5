/* Rows find their entries: those that the evaluation writes, those that the plan lists, or, where
 * there is neither, entries of their own. */
#include "marks/internal.h"

#include <stdlib.h>

enum { MOST_WRONG = 100 };

typedef pag_marks_target target;

typedef struct merging {
    const pag_marks_table *table;
    const pag_marks *marks;
    const pag_group *list;
    const pag_node *written; /* the list in the evaluation; NULL: it says nothing of it */
    size_t n_rows;
    pag_marks_row *rows;
    pag_marks_targets all;
    size_t wrong;
} merging;

static pag_diagnostic *refuse(merging *m, pag_code code, pag_pos pos, pag_str what)
{
    m->wrong++;
    return pag_diag_add(m->marks->diags, code, pos, 1, what);
}

static pag_str naming_of(const merging *m)
{
    const pag_cell *naming = pag_group_naming(m->list);
    return naming ? naming->name : PAG_STR("");
}

/* --- rows --- */

static pag_str called(const pag_marks_row *row)
{
    return row->name.len && !row->named_by_id ? row->name : row->id;
}

static int by_row_id(const void *left, const void *right)
{
    const pag_marks_row *const *a = left, *const *b = right;
    int order = pag_str_compare((*a)->id, (*b)->id);
    return order ? order : (*a > *b) - (*a < *b); /* all are of one array */
}

/* No two rows are about the same entry. */
static void judge_twice(merging *m)
{
    const pag_marks_row **sorted = PAG_NEW_ARRAY(m->marks->arena, const pag_marks_row *, m->n_rows);
    for (size_t i = 0; i < m->n_rows; i++) sorted[i] = &m->rows[i];
    if (m->n_rows) qsort(sorted, m->n_rows, sizeof(const pag_marks_row *), by_row_id);
    for (size_t i = 1, first = 0; i < m->n_rows && m->wrong < MOST_WRONG; i++) {
        if (pag_str_equal(sorted[i]->id, sorted[first]->id)) {
            refuse(m, PAG_E0945, sorted[i]->pos, called(sorted[i]))->also = sorted[first]->pos;
        } else {
            first = i;
        }
    }
}

static void read_rows(merging *m)
{
    m->n_rows = pag_marks_count(m->table);
    m->rows = PAG_NEW_ARRAY(m->marks->arena, pag_marks_row, m->n_rows);
    for (size_t i = 0; i < m->n_rows && m->wrong < MOST_WRONG; i++) {
        if (!pag_marks_read_row(m->table, i, &m->rows[i])) m->wrong++;
    }
}

/* --- entries --- */

static pag_str text_of(const pag_node *map, pag_str key)
{
    const pag_node *node = key.len ? pag_node_get(map, key) : NULL;
    return node && node->kind == PAG_NODE_SCALAR ? node->text : PAG_STR("");
}

static void gather_written(merging *m)
{
    pag_str naming = naming_of(m);
    m->all.at = PAG_NEW_ARRAY(m->marks->arena, target, m->written->count);
    for (size_t i = 0; i < m->written->count; i++) {
        const pag_node *node = m->written->items[i];
        target *t = &m->all.at[m->all.n];
        if (pag_marks_is_empty(node)) continue; /* of an empty form: it says nothing */
        *t = (target){.id = PAG_STR(""), .name = PAG_STR(""), .pos = node->pos, .node = node};
        m->all.n++;
        if (node->kind != PAG_NODE_MAP) continue; /* what is wrong with it, others say */
        t->id = text_of(node, PAG_STR("id"));
        t->name = text_of(node, naming);
        if (!t->id.len) t->id = pag_id_from(m->marks->arena, t->name);
    }
}

static void gather_planned(merging *m)
{
    const pag_planned *planned = m->list->planned;
    m->all.n = planned->n;
    m->all.at = PAG_NEW_ARRAY(m->marks->arena, target, m->all.n);
    for (size_t i = 0; i < m->all.n; i++) {
        const pag_planned_row *row = &planned->rows[i];
        const pag_node *node = m->written ? pag_node_get(m->written, row->id) : NULL;
        m->all.at[i] = (target){.id = row->id, .name = row->name, .pos = row->pos, .node = node};
    }
}

/* --- rows and entries --- */

static void refuse_unknown(merging *m, const pag_marks_row *row, pag_str what)
{
    pag_arena *arena = m->marks->arena;
    pag_str *names = PAG_NEW_ARRAY(arena, pag_str, m->all.n + 1);
    for (size_t i = 0; i < m->all.n; i++) {
        const target *t = &m->all.at[i];
        names[i] = row->named_by_id || !t->name.len ? t->id : t->name;
    }
    size_t near = pag_str_nearest(what, names, m->all.n);
    bool known = near < m->all.n;
    m->wrong++;
    pag_diag_add(m->marks->diags, known ? PAG_E0946 : PAG_E0947, row->pos, 3, what,
                 pag_group_path(arena, m->list), known ? names[near] : PAG_STR(""));
}

/* `"Tecnico" (id: b)`, or what of it there is. */
static pag_str described(const merging *m, const target *t)
{
    pag_text out = {.arena = m->marks->arena};
    if (t->name.len) {
        pag_text_put(&out, pag_text_join(out.arena, 3, PAG_STR("\""), t->name, PAG_STR("\"")));
    }
    if (t->name.len && t->id.len) pag_text_byte(&out, ' ');
    if (t->id.len) {
        pag_text_put(&out, pag_text_join(out.arena, 3, PAG_STR("(id: "), t->id, PAG_STR(")")));
    }
    return pag_text_str(&out);
}

static void refuse_two(merging *m, const pag_marks_row *row, pag_marks_found f)
{
    m->wrong++;
    pag_diag_add(m->marks->diags, PAG_E1160, row->pos, 3, called(row), described(m, f.it),
                 described(m, f.other));
}

/* The id says which one it is; a name that says another one is not passed over. False: told. */
static bool agrees(merging *m, const pag_marks_row *row, const target *t)
{
    if (!row->named_by_id || !row->name.len || pag_str_equal(row->name, t->name)) return true;
    const target *other = pag_marks_called(&m->all, row->name).it;
    pag_str naming = naming_of(m);
    if (other) {
        m->wrong++;
        pag_diag_add(m->marks->diags, PAG_E1161, row->name_pos, 2, row->id, row->name)->also =
            other->pos;
    } else if (t->name.len) {
        refuse(m, PAG_E0949, row->name_pos, naming.len ? naming : PAG_STR("name"))->also = t->pos;
    }
    return !other && !t->name.len;
}

static void match(merging *m, const pag_marks_row *row)
{
    pag_marks_found f = pag_marks_find(&m->all, row);
    if (!f.it) {
        refuse_unknown(m, row, called(row));
    } else if (f.other) {
        refuse_two(m, row, f);
    } else if (!agrees(m, row, f.it)) {
        return; /* told */
    } else if (f.it->row) {
        refuse(m, PAG_E0945, row->pos, called(row))->also = f.it->row->pos;
    } else {
        f.it->row = row;
    }
}

/* What the plan lists may be written in the evaluation alone, or not need to be written. */
static bool may_lack_row(const merging *m, const target *t)
{
    return m->list->planned && (t->node || !pag_planned_asks(m->list));
}

/* Of those that the evaluation writes; a plan has been read already. */
static void judge_ids(merging *m)
{
    for (size_t i = 1; i < m->all.n && m->wrong < MOST_WRONG; i++) {
        const target *before = m->all.by_id[i - 1], *t = m->all.by_id[i];
        if (!t->id.len || !pag_str_equal(t->id, before->id)) continue;
        refuse(m, PAG_E0243, t->pos, t->id)->also = before->pos;
    }
}

static void match_all(merging *m)
{
    pag_marks_index(m->marks->arena, &m->all);
    judge_ids(m);
    if (m->wrong) return; /* no row could say which of them it is about */
    for (size_t i = 0; i < m->n_rows && m->wrong < MOST_WRONG; i++) match(m, &m->rows[i]);
    if (m->wrong) return; /* a name that is misspelt would be told twice */
    for (size_t i = 0; i < m->all.n && m->wrong < MOST_WRONG; i++) {
        const target *t = &m->all.at[i];
        if (t->row || may_lack_row(m, t)) continue;
        refuse(m, PAG_E0948, m->table->pos, t->name.len ? t->name : t->id)->also = t->pos;
    }
}

static const pag_node *entry_of(merging *m, const target *t)
{
    if (!t->row) return t->node;
    if (!t->node || pag_marks_is_empty(t->node)) return t->row->map;
    if (t->node->kind != PAG_NODE_MAP) return t->node;
    const pag_str about[] = {naming_of(m), PAG_STR("id")};
    const pag_node *both = pag_marks_both(m->marks, t->node, t->row->map, about);
    if (!both) m->wrong++;
    return both;
}

/* --- the list --- */

static pag_node *list_node(const merging *m, pag_node_kind kind, size_t n)
{
    pag_node *node = PAG_NEW(m->marks->arena, pag_node);
    node->kind = kind;
    node->pos = m->written ? m->written->pos : m->table->pos;
    node->text = PAG_STR("");
    node->count = n;
    return node;
}

static const pag_node *list_of_rows(const merging *m)
{
    pag_node *node = list_node(m, PAG_NODE_LIST, m->n_rows);
    const pag_node **items = PAG_NEW_ARRAY(m->marks->arena, const pag_node *, m->n_rows);
    for (size_t i = 0; i < m->n_rows; i++) items[i] = m->rows[i].map;
    node->items = items;
    return node;
}

static const pag_node *list_of_targets(merging *m)
{
    pag_node *node = list_node(m, PAG_NODE_LIST, m->all.n);
    const pag_node **items = PAG_NEW_ARRAY(m->marks->arena, const pag_node *, m->all.n);
    for (size_t i = 0; i < m->all.n; i++) items[i] = entry_of(m, &m->all.at[i]);
    node->items = items;
    return node;
}

/* Keys that the evaluation has and the plan has not stay: they are told like always. */
static const pag_node *map_of_targets(merging *m)
{
    const pag_node *map = m->written ? m->written : list_node(m, PAG_NODE_MAP, 0);
    pag_pair *pairs = PAG_NEW_ARRAY(m->marks->arena, pag_pair, m->all.n);
    size_t n = 0;
    for (size_t i = 0; i < m->all.n; i++) {
        const target *t = &m->all.at[i];
        const pag_node *value = t->row ? entry_of(m, t) : NULL;
        if (!value) continue;
        pairs[n++] = (pag_pair){.key = t->id, .key_pos = t->row->pos, .value = value};
    }
    const pag_node *rows = pag_marks_map(m->marks->arena, pairs, n, map->pos);
    return pag_marks_over(m->marks->arena, map, rows);
}

/* The list as it is with the rows; NULL when something is wrong. */
static const pag_node *merge_list(merging *m)
{
    const pag_node *list;
    read_rows(m);
    if (m->wrong) return NULL;
    if (m->list->planned) {
        gather_planned(m);
        match_all(m);
        list = m->wrong ? NULL : map_of_targets(m);
    } else if (m->written) {
        gather_written(m);
        match_all(m);
        list = m->wrong ? NULL : list_of_targets(m);
    } else {
        judge_twice(m);
        list = list_of_rows(m);
    }
    return m->wrong ? NULL : list;
}

/* --- the whole evaluation --- */

static bool is_kind(const pag_node *node, pag_node_kind kind)
{
    return !node || node->kind == kind;
}

const pag_node *pag_marks_merge(const pag_marks *marks, uint32_t source, const pag_node *root)
{
    pag_marks_table table;
    if (!pag_marks_open(marks, source, &table)) return NULL;
    const pag_group *list = table.list, *subject = list->parent;
    merging m = {.table = &table, .marks = marks, .list = list};
    const pag_node *around = subject->top ? root : pag_node_get(root, subject->name);
    if (around && around->kind == PAG_NODE_SCALAR && pag_marks_is_empty(around)) around = NULL;
    if (!is_kind(around, PAG_NODE_MAP)) return root; /* the reader of records tells it */
    m.written = around ? pag_node_get(around, list->name) : NULL;
    if (m.written && pag_marks_is_empty(m.written)) m.written = NULL;
    if (!is_kind(m.written, list->planned ? PAG_NODE_MAP : PAG_NODE_LIST)) return root;
    const pag_node *merged = merge_list(&m);
    if (!merged) return NULL;
    if (!around) around = pag_marks_map(marks->arena, NULL, 0, root->pos);
    around = pag_marks_with(marks->arena, around, list->name, merged);
    return subject->top ? around : pag_marks_with(marks->arena, root, subject->name, around);
}
