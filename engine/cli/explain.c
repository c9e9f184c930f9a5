/* `explain`: finds the one figure that is meant, and has its tree written. */
#include "base/file.h"
#include "base/list.h"
#include "cli/cli.h"
#include "explain/against.h"
#include "explain/tree.h"
#include "explain/whatif.h"
#include "whynot/whynot.h"

/* How much --what-if looks at. */
enum { HINGES = 8, BUDGET = 10000 };

typedef struct explaining {
    pag_work *work;
    pag_arena *arena;
    pag_pack *pack;
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
    list->at = pag_list_grown(list->arena, list->at, list->n, &list->room, sizeof *list->at);
    list->at[list->n++] = name;
}

/* What is paid goes first: it is asked about most. */
static void add_payable(void *ud, pag_figure *figure)
{
    if (figure->cell->payable) add_name(ud, figure->cell->name);
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

/* The name most like `word`, whether its letters are small or capital and with or without accents;
 * list->n when none is near. */
static size_t nearest(pag_arena *arena, const names *list, pag_str word)
{
    pag_str *folded = PAG_NEW_ARRAY(arena, pag_str, list->n);
    for (size_t i = 0; i < list->n; i++) folded[i] = pag_id_from(arena, list->at[i]);
    return pag_str_nearest(pag_id_from(arena, word), folded, list->n);
}

/* All of them when they are few, else the nearest one, else the first ones. */
static pag_str suggestion(pag_arena *arena, const names *list, pag_str word)
{
    enum { FEW = 8, MOST = 12 };
    size_t near = nearest(arena, list, word), shown = list->n < MOST ? list->n : MOST;
    if (near < list->n && list->n > FEW) return list->at[near];
    pag_text all = {.arena = arena};
    pag_text_put_list(&all, list->at, shown);
    if (shown < list->n) pag_text_put(&all, PAG_STR(", …"));
    return pag_text_str(&all);
}

static pag_str count_text(pag_arena *arena, size_t n)
{
    pag_text out = {.arena = arena};
    pag_text_whole(&out, (int64_t)n);
    return pag_text_str(&out);
}

/* --- the figure --- */

static void tell_not_of(explaining *e, pag_diagnostics *diags)
{
    owners o = {.list = {.arena = e->arena}, .e = e};
    pag_result_visit(e->result, add_owner, &o);
    if (o.list.n) {
        pag_diag_add(diags, PAG_E0612, (pag_pos){0}, 3, e->entry, e->figure,
                     suggestion(e->arena, &o.list, e->entry));
    } else {
        pag_diag_add(diags, PAG_E0622, (pag_pos){0}, 2, e->entry, e->figure);
    }
}

static void tell_none(explaining *e, pag_diagnostics *diags)
{
    pag_figure *any;
    if (e->entry.len && pag_result_find(e->result, e->figure, PAG_STR(""), &any, 1) > 0) {
        tell_not_of(e, diags);
        return;
    }
    names list = {.arena = e->arena};
    pag_result_visit(e->result, add_payable, &list);
    pag_result_visit(e->result, add_figure, &list);
    pag_diag_add(diags, PAG_E0610, (pag_pos){0}, 2, e->figure,
                 suggestion(e->arena, &list, e->figure));
}

/* Commands for the figures that are meant, as many as a message holds: first those of the whole,
 * then those of the entries of lists. */
static void tell_several(explaining *e, pag_diagnostics *diags, pag_figure **found, size_t n)
{
    enum { SHOWN = 8 };
    pag_str c[SHOWN] = {{"", 0}};
    size_t shown = 0;
    for (size_t listed = 0; listed < 2; listed++) {
        for (size_t i = 0; i < n && shown < SHOWN; i++) {
            bool in_list = found[i]->entry->group->depth > 0;
            if (in_list == (listed == 1)) c[shown++] = pag_view_command(&e->view, found[i]);
        }
    }
    pag_diag_add(diags, PAG_E0611, (pag_pos){0}, 2 + SHOWN, e->figure, count_text(e->arena, n),
                 c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
}

/* --- what is told beside it --- */

static bool rests_on(const pag_figure *figure, pag_pos pos)
{
    const pag_doubts *told = pag_figure_doubts(figure, false);
    for (size_t i = 0; i < told->n; i++) {
        const pag_pos *of = &told->at[i]->pos;
        if (of->source == pos.source && of->line == pos.line && of->column == pos.column) {
            return true;
        }
    }
    return false;
}

/* Who asks for one figure (NULL: there is none) is not told the warnings of the whole evaluation:
 * neither those of its conditions and how they are answered for, nor what is to be confirmed in
 * other figures. */
static bool concerns(const pag_diagnostic *d, const pag_figure *figure)
{
    static const pag_code others[] = {PAG_W0278, PAG_W0321, PAG_W0890,
                                      PAG_W0891, PAG_W0892, PAG_W0893};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (d->code == others[i]) return false;
    }
    if (d->code != PAG_W0803 && d->code != PAG_W0804) return true;
    return figure && rests_on(figure, d->pos);
}

static pag_diagnostics *concerning(const explaining *e, pag_diagnostics *all,
                                   const pag_figure *figure)
{
    pag_diagnostics *some = pag_diagnostics_create(e->arena, pag_diagnostics_sources(all));
    for (size_t i = 0; i < pag_diagnostics_count(all); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(all, i);
        if (concerns(d, figure)) pag_diag_copy(some, d);
    }
    return some;
}

/* --- the figure that is meant --- */

/* All figures that fit, in `*found`. An entry may be named in letters of any size. */
static size_t look_for(explaining *e, pag_figure ***found)
{
    pag_figure *none;
    pag_str entry = e->entry;
    size_t n = pag_result_find(e->result, e->figure, entry, &none, 0);
    if (n == 0 && entry.len) {
        entry = pag_id_from(e->arena, entry);
        if (entry.len) n = pag_result_find(e->result, e->figure, entry, &none, 0);
    }
    *found = PAG_NEW_ARRAY(e->arena, pag_figure *, n);
    return n ? pag_result_find(e->result, e->figure, entry, *found, n) : 0;
}

/* There is not exactly one. */
static void tell_which(explaining *e, pag_figure **found, size_t n)
{
    pag_diagnostics *diags = pag_diagnostics_create(e->arena, pag_sources_create(e->arena));
    if (n == 0) {
        tell_none(e, diags);
    } else {
        tell_several(e, diags, found, n);
    }
    pag_cli_tell(e->work->cli, diags, e->arena);
    e->work->worst = PAG_USAGE;
}

/* People read a page at a time; programs all of it, unless somebody says otherwise. */
static size_t depth_of(const pag_options *options)
{
    if (pag_option_said(options, PAG_OPTION_DEPTH)) return options->depth;
    return pag_option_said(options, PAG_OPTION_JSON) ? 0 : PAG_DEPTH_PAGE;
}

static bool said(const explaining *e, pag_option option)
{
    return pag_option_said(&e->work->cli->options, option);
}

static void write_tree(explaining *e, const pag_figure *figure, pag_sink *sink)
{
    e->view.depth = depth_of(&e->work->cli->options);
    if (said(e, PAG_OPTION_JSON)) {
        pag_tree_write_json(&e->view, figure, sink);
    } else {
        pag_tree_write(&e->view, figure, sink);
    }
}

static void write_whatif(explaining *e, const pag_figure *figure, pag_sink *sink)
{
    const pag_whynot_order order = {.hinges = HINGES, .budget = BUDGET, .draft = e->view.draft};
    const pag_whatif *whatif = pag_whynot_find(e->arena, e->pack, e->result, figure, &order);
    if (said(e, PAG_OPTION_JSON)) {
        pag_whatif_write_json(&e->view, whatif, sink);
    } else {
        pag_whatif_write(&e->view, whatif, sink);
    }
}

/* --- the other figure --- */

static bool is_file(pag_str text)
{
    return pag_str_find(text, '/') < text.len || pag_path_is_document(text);
}

static void refuse(const explaining *e, pag_code code, pag_str what, pag_str with)
{
    pag_diagnostics *diags = pag_diagnostics_create(e->arena, pag_sources_create(e->arena));
    pag_diag_add(diags, code, (pag_pos){0}, 2, what, with);
    pag_cli_tell(e->work->cli, diags, e->arena);
    e->work->worst = PAG_USAGE;
}

/* The figure that is to be compared with `figure`; NULL when there is none, and why is told. */
static const pag_figure *find_other(explaining *other, const pag_figure *figure)
{
    pag_figure **found = NULL;
    size_t n = look_for(other, &found);
    pag_str against = other->work->cli->options.against;
    if (n != 1) {
        tell_which(other, found, n);
    } else if (found[0] == figure) {
        refuse(other, PAG_E1071, against, other->figure);
    } else if (found[0]->cell->type != figure->cell->type) {
        refuse(other, PAG_E1072, against, other->figure);
    } else {
        return found[0];
    }
    return NULL;
}

static void write_against(explaining *e, explaining *other, const pag_figure *figure)
{
    pag_text out = {.arena = e->arena};
    pag_sink collect = pag_work_collect(&out);
    other->figure = pag_cell_path(e->arena, figure->cell);
    other->view = pag_work_view(e->work, other->result);
    const pag_figure *b = find_other(other, figure);
    if (!b) return;
    const pag_differing differing = {e->pack, e->result, other->result, e->view.draft};
    const pag_against against = {&e->view, &other->view,
                                 pag_differ(e->arena, &differing, figure, b)};
    bool withheld = pag_view_withholds(&e->view, figure) || pag_view_withholds(&other->view, b);
    if (withheld) pag_work_withheld(e->work);
    if (said(e, PAG_OPTION_JSON)) {
        pag_against_write_json(&against, &collect);
    } else {
        pag_against_write(&against, &collect);
    }
    pag_sink_put(&e->work->cli->out, pag_text_str(&out));
}

/* Another entry of the same evaluation, or the same one of another evaluation. */
static void compare(explaining *e, const pag_figure *figure)
{
    explaining other = *e;
    pag_loaded file;
    pag_str against = e->work->cli->options.against;
    if (said(e, PAG_OPTION_WHAT_IF)) {
        const pag_options *options = &e->work->cli->options;
        refuse(e, PAG_E1070, options->spelling[PAG_OPTION_WHAT_IF],
               options->spelling[PAG_OPTION_AGAINST]);
        return;
    }
    if (!is_file(against)) {
        other.entry = against;
        write_against(e, &other, figure);
        return;
    }
    e->work->loader.n_marks = 0; /* those are of the first file */
    pag_work_open(e->work, against, &file);
    other.result = &file.result;
    if (pag_work_tell(e->work, &file, concerning(&other, file.diags, NULL)) != PAG_OK) return;
    write_against(e, &other, figure);
}

static void write_out(explaining *e, const pag_figure *figure)
{
    pag_text out = {.arena = e->arena};
    pag_sink collect = pag_work_collect(&out);
    if (pag_view_withholds(&e->view, figure)) pag_work_withheld(e->work);
    if (said(e, PAG_OPTION_WHAT_IF)) {
        write_whatif(e, figure, &collect);
    } else {
        write_tree(e, figure, &collect);
    }
    pag_sink_put(&e->work->cli->out, pag_text_str(&out));
}

static void explain(pag_work *work)
{
    pag_loaded file;
    const pag_options *options = &work->cli->options;
    pag_work_open(work, options->operands[0], &file);
    explaining e = {.work = work,
                    .arena = &work->arena,
                    .figure = options->operands[1],
                    .entry = options->entry,
                    .result = &file.result};
    pag_figure **found = NULL;
    size_t n = 0;
    if (file.status == PAG_OK) {
        e.pack = file.pack->pack;
        e.view = pag_work_view(work, &file.result);
        n = look_for(&e, &found);
    }
    const pag_figure *figure = n == 1 ? found[0] : NULL;
    if (pag_work_tell(work, &file, concerning(&e, file.diags, figure)) != PAG_OK) return;
    if (figure && said(&e, PAG_OPTION_AGAINST)) {
        compare(&e, figure);
    } else if (figure) {
        write_out(&e, figure);
    } else {
        tell_which(&e, found, n);
    }
}

pag_status pag_cli_explain(pag_cli *cli)
{
    return pag_work_run(cli, explain);
}
