/* `explain`: finds the one figure that is meant, and has its tree written. */
#include "cli/cli.h"
#include "explain/tree.h"

typedef struct explaining {
    pag_work *work;
    pag_arena *arena;
    pag_str figure, entry;
    const pag_result *result;
    pag_view view;
} explaining;

/* --- what could have been meant --- */

typedef struct names {
    pag_arena *arena;
    size_t n, room;
    pag_str *at;
} names;

static void add_name(names *list, pag_str name)
{
    for (size_t i = 0; i < list->n; i++) {
        if (pag_str_equal(list->at[i], name)) return;
    }
    if (list->n == list->room) {
        size_t room = list->room ? list->room * 2 : 32;
        pag_str *larger = PAG_NEW_ARRAY(list->arena, pag_str, room);
        for (size_t i = 0; i < list->n; i++) larger[i] = list->at[i];
        list->at = larger;
        list->room = room;
    }
    list->at[list->n++] = name;
}

static void add_figure(void *ud, pag_figure *figure)
{
    names *list = ud;
    if (figure->value.kind != PAG_VALUE_LIST) add_name(list, figure->cell->name);
}

typedef struct owners {
    names list;
    const explaining *e;
} owners;

static void add_owner(void *ud, pag_figure *figure)
{
    owners *o = ud;
    pag_str path = pag_cell_path(o->list.arena, figure->cell);
    if (figure->entry->group->depth == 0) return;
    if (pag_str_equal(figure->cell->name, o->e->figure) || pag_str_ends(path, o->e->figure)) {
        add_name(&o->list, figure->entry->name);
    }
}

/* All of them when they are few, else the nearest one if there is one. */
static pag_str suggestion(pag_arena *arena, const names *list, pag_str word)
{
    enum { FEW = 8 };
    size_t near = pag_str_nearest(word, list->at, list->n);
    if (near < list->n && list->n > FEW) return list->at[near];
    pag_text all = {.arena = arena};
    for (size_t i = 0; i < list->n; i++) {
        if (i) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, list->at[i]);
    }
    return pag_text_str(&all);
}

static pag_str count_text(pag_arena *arena, size_t n)
{
    pag_text out = {.arena = arena};
    pag_text_whole(&out, (int64_t)n);
    return pag_text_str(&out);
}

/* --- the figure --- */

static void tell_none(explaining *e, pag_diagnostics *diags)
{
    pag_figure *any;
    pag_str all = PAG_STR("");
    if (e->entry.len && pag_result_find(e->result, e->figure, all, &any, 1) > 0) {
        owners o = {.list = {.arena = e->arena}, .e = e};
        pag_result_visit(e->result, add_owner, &o);
        pag_diag_add(diags, PAG_E0612, (pag_pos){0}, 3, e->entry, e->figure,
                     suggestion(e->arena, &o.list, e->entry));
        return;
    }
    names list = {.arena = e->arena};
    pag_result_visit(e->result, add_figure, &list);
    pag_diag_add(diags, PAG_E0610, (pag_pos){0}, 2, e->figure,
                 suggestion(e->arena, &list, e->figure));
}

static void tell_several(explaining *e, pag_diagnostics *diags, pag_figure **found, size_t n)
{
    pag_diag_add(diags, PAG_E0611, (pag_pos){0}, 4, e->figure, count_text(e->arena, n),
                 pag_view_command(&e->view, found[0]), pag_view_command(&e->view, found[1]));
}

/* The figure, or NULL when there is not exactly one, and that is told. */
static const pag_figure *find(explaining *e)
{
    pag_figure *found[2];
    size_t n = pag_result_find(e->result, e->figure, e->entry, found, 2);
    if (n == 1) return found[0];
    pag_diagnostics *diags = pag_diagnostics_create(e->arena, pag_sources_create(e->arena));
    if (n == 0) {
        tell_none(e, diags);
    } else {
        tell_several(e, diags, found, n);
    }
    pag_cli_tell(e->work->cli, diags, e->arena);
    e->work->worst = PAG_USAGE;
    return NULL;
}

static void write_tree(explaining *e, const pag_figure *figure)
{
    pag_text out = {.arena = e->arena};
    pag_sink collect = pag_work_collect(&out);
    if (pag_option_said(&e->work->cli->options, PAG_OPTION_JSON)) {
        pag_tree_write_json(&e->view, figure, &collect);
    } else {
        pag_tree_write(&e->view, figure, &collect);
    }
    pag_sink_put(&e->work->cli->out, pag_text_str(&out));
}

static void explain(pag_work *work)
{
    pag_loaded file;
    const pag_options *options = &work->cli->options;
    if (pag_work_load(work, options->operands[0], &file) != PAG_OK) return;
    explaining e = {.work = work,
                    .arena = &work->arena,
                    .figure = options->operands[1],
                    .entry = options->entry,
                    .result = &file.result,
                    .view = pag_work_view(work, &file.result)};
    const pag_figure *figure = find(&e);
    if (figure) write_tree(&e, figure);
}

pag_status pag_cli_explain(pag_cli *cli)
{
    return pag_work_run(cli, explain);
}
