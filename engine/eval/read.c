/* Reading an evaluation by a pack: which plan it is for, its subjects, what it answers for. */
#include "base/file.h"
#include "eval/eval.h"

/* The evaluation may name the plan, and then the pack must have been written for that one. */
static void judge_plan(const pag_evaluation *ev)
{
    pag_str wanted = pag_pack_plan_name(ev->pack);
    if (!ev->head.plan.len || pag_str_equal(ev->head.plan, wanted)) return;
    pag_diag_add(ev->diags, PAG_E0272, ev->head.plan_pos, 3, ev->head.plan, pag_pack_name(ev->pack),
                 wanted.len ? wanted : PAG_STR("–"));
}

/* An evaluation that lies beside a plan is taken to be of that plan. */
static void judge_place(const pag_evaluation *ev)
{
    pag_arena *arena = pag_diagnostics_arena(ev->diags);
    pag_str used = pag_pack_plan_path(ev->pack);
    pag_str beside = pag_path_join(arena, pag_path_folder(ev->path), PAG_STR("plan.yaml"));
    if (!used.len || pag_path_look(beside) != PAG_PATH_FILE || pag_path_same(used, beside)) return;
    pag_diag_add(ev->diags, PAG_W0275, ev->head.rules_pos, 3, beside, pag_pack_name(ev->pack),
                 pag_pack_plan_name(ev->pack));
}

static bool is_year(int64_t year, pag_number from, pag_number to)
{
    return pag_number_order(pag_date_of_year(year, false), from) <= 0 &&
           pag_number_order(to, pag_date_of_year(year, true)) <= 0;
}

/* The period against a year that rules or a sheet name; false when it is another. */
static bool judge_year(const pag_evaluation *ev, pag_code code, int64_t year, pag_pos said,
                       pag_str of)
{
    pag_arena *arena = pag_diagnostics_arena(ev->diags);
    if (!year || !ev->head.period_pos.source) return true;
    if (is_year(year, ev->head.from, ev->head.to)) return true;
    pag_text text = {.arena = arena};
    pag_text_whole(&text, year);
    pag_diag_add(ev->diags, code, ev->head.period_pos, 4, pag_number_written(arena, ev->head.from),
                 pag_number_written(arena, ev->head.to), of, pag_text_str(&text))
        ->also = said;
    return false;
}

/* The years of the rules, and of the sheets that they use. */
static void judge_sheets(const pag_evaluation *ev, const pag_group *group)
{
    const pag_plan *plan = pag_pack_plan(ev->pack);
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) judge_sheets(ev, cell->list);
        pag_str path = cell->criteria_from;
        if (!plan || !pag_str_starts(path, PAG_STR("plan."))) continue;
        const pag_plan_sheet *sheet = pag_plan_sheet_at(plan, (pag_str){path.at + 5, path.len - 5});
        if (sheet) (void)judge_year(ev, PAG_W0277, sheet->year, sheet->year_pos, path);
    }
}

/* The rules allow to leave the subject out, and the file does. */
static bool is_left_out(const pag_group *subject, const pag_node *root)
{
    return subject->optional && !pag_node_get(root, subject->name);
}

static void judge_years(const pag_evaluation *ev, const pag_node *root)
{
    pag_pos said;
    int64_t year = pag_pack_year(ev->pack, &said);
    bool fits = judge_year(ev, PAG_E0276, year, said, pag_pack_name(ev->pack));
    for (size_t i = 0; fits && i < ev->n_subjects; i++) {
        const pag_group *subject = pag_pack_subject(ev->pack, i);
        if (!is_left_out(subject, root)) judge_sheets(ev, subject);
    }
}

typedef struct known_keys {
    pag_str *at;
    size_t n;
} known_keys;

/* Every key of the file that is not within a subject: of the head, or a subject's own. */
static known_keys keys_of(pag_arena *arena, const pag_evaluation *ev)
{
    size_t n;
    const pag_str *head = pag_head_keys(&n);
    pag_str *keys = PAG_NEW_ARRAY(arena, pag_str, n + ev->n_subjects);
    for (size_t i = 0; i < n; i++) keys[i] = head[i];
    for (size_t i = 0; i < ev->n_subjects; i++) {
        const pag_group *subject = pag_pack_subject(ev->pack, i);
        if (!subject->top) keys[n++] = subject->name;
    }
    return (known_keys){keys, n};
}

/* That of the rules, or the first one of the plan. */
static void say_no_period(const pag_evaluation *ev, const pag_node *root, int64_t year)
{
    pag_arena *arena = pag_diagnostics_arena(ev->diags);
    pag_diag_add(ev->diags, PAG_E0274, root->pos, 2,
                 pag_number_written(arena, pag_date_of_year(year, false)),
                 pag_number_written(arena, pag_date_of_year(year, true)));
}

static void judge_period(const pag_evaluation *ev, const pag_node *root, known_keys known)
{
    const pag_plan *plan = pag_pack_plan(ev->pack);
    pag_pos said;
    int64_t year = pag_pack_year(ev->pack, &said);
    bool needed = plan || year;
    if (ev->head.period_wrong) return;
    if (!ev->head.period_pos.source) {
        if (needed && !pag_keys_misspelt(root, known.at, known.n, PAG_STR("period"))) {
            say_no_period(ev, root, year ? year : pag_date_year(plan->from));
        }
        return;
    }
    if (!plan) return;
    bool within = pag_number_order(plan->from, ev->head.from) <= 0 &&
                  pag_number_order(ev->head.to, plan->to) <= 0;
    if (within) return;
    pag_arena *arena = pag_diagnostics_arena(ev->diags);
    pag_diagnostic *d = pag_diag_add(
        ev->diags, PAG_W0213, ev->head.period_pos, 4, pag_number_written(arena, ev->head.from),
        pag_number_written(arena, ev->head.to), pag_number_written(arena, plan->from),
        pag_number_written(arena, plan->to));
    d->also = plan->period_pos;
}

static const pag_group *tiled_list(const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_group *list = group->cells[i].list;
        const pag_group *found = !list || list->tiles ? list : tiled_list(list);
        if (found) return found;
    }
    return NULL;
}

/* Whether lists that are to tile the period do. */
static void judge_tiles(pag_arena *arena, const pag_evaluation *ev, const pag_node *root)
{
    for (size_t i = 0; i < ev->n_subjects; i++) {
        const pag_group *subject = pag_pack_subject(ev->pack, i), *list = tiled_list(subject);
        if (!list || is_left_out(subject, root) || ev->head.period_wrong) continue;
        if (!ev->head.period_pos.source && !pag_pack_plan(ev->pack)) { /* else that is told */
            pag_diag_add(ev->diags, PAG_E0776, root->pos, 1, pag_group_path(arena, list))->also =
                list->tiles_pos;
        } else if (ev->head.period_pos.source && ev->subjects[i]) {
            (void)pag_record_tiles(arena, ev->diags, ev->subjects[i], ev->head.from, ev->head.to);
        }
    }
}

/* A key that is told as a misspelling of the subject is enough said. */
static void tell_no_subject(const pag_evaluation *ev, const pag_group *subject,
                            const pag_node *root, known_keys known)
{
    if (pag_keys_misspelt(root, known.at, known.n, subject->name)) return;
    pag_diag_add(ev->diags, PAG_E0273, root->pos, 2, subject->name,
                 subject->title.len ? subject->title : subject->name);
}

/* Words that are no keys of the data stand only beside the subjects. */
static void read_parts(pag_arena *arena, pag_evaluation *ev, const pag_node *root, known_keys known)
{
    bool top = false;
    for (size_t i = 0; i < ev->n_subjects; i++) {
        const pag_group *subject = pag_pack_subject(ev->pack, i);
        const pag_node *node = pag_node_get(root, subject->name);
        bool beside = !node && subject->top;
        top = top || beside;
        if (!node && !beside) continue;
        ev->subjects[i] = pag_record_read_part(arena, ev->diags, subject, beside ? root : node,
                                               beside ? known.at : NULL, beside ? known.n : 0);
    }
    if (!top) (void)pag_keys_judge(arena, ev->diags, root, known.at, known.n);
}

/* An evaluation that leaves out all subjects would be none; where one is compulsory, that is told.
 */
static bool has_any(const pag_evaluation *ev, const pag_node *root)
{
    bool any = false;
    for (size_t i = 0; i < ev->n_subjects; i++) {
        const pag_group *subject = pag_pack_subject(ev->pack, i);
        any = any || !is_left_out(subject, root);
    }
    return any;
}

static void read_subjects(pag_arena *arena, pag_evaluation *ev, const pag_node *root,
                          known_keys known)
{
    bool top = false, any = has_any(ev, root);
    for (size_t i = 0; i < ev->n_subjects; i++) {
        const pag_group *subject = pag_pack_subject(ev->pack, i);
        const pag_node *node = subject->top ? root : pag_node_get(root, subject->name);
        if (!node) {
            if (!subject->optional || !any) tell_no_subject(ev, subject, root, known);
            continue;
        }
        ev->subjects[i] =
            pag_record_read(arena, ev->diags, subject, node, subject->top ? known.at : NULL,
                            subject->top ? known.n : 0);
        top = top || subject->top;
    }
    /* else the record reader has judged them */
    if (!top) (void)pag_keys_judge(arena, ev->diags, root, known.at, known.n);
}

/* `sentence` is that of a test case; `root` the case or the evaluation. */
static void keep_out(pag_arena *arena, const pag_evaluation *ev, const pag_node *root,
                     const pag_node *sentence)
{
    const pag_group **groups = PAG_NEW_ARRAY(arena, const pag_group *, ev->n_subjects + 1);
    for (size_t i = 0; i < ev->n_subjects; i++) groups[i] = pag_pack_subject(ev->pack, i);
    const pag_sources *sources = pag_diagnostics_sources(ev->diags);
    size_t before = pag_sources_count(pag_pack_sources(ev->pack)), n = 0;
    pag_str *files = PAG_NEW_ARRAY(arena, pag_str, pag_sources_count(sources) + 1);
    for (size_t i = before + 1; !sentence && i <= pag_sources_count(sources); i++) {
        files[n++] = pag_sources_path(sources, (uint32_t)i);
    }
    const pag_read_texts written = {.head = &ev->head,
                                    .sentence = sentence,
                                    .note = pag_node_get(root, PAG_STR("note")),
                                    .n_files = n,
                                    .files = files,
                                    .n = ev->n_subjects,
                                    .groups = groups,
                                    .subjects = ev->subjects};
    (void)pag_record_keeps_out(arena, ev->diags, &written);
}

pag_evaluation *pag_evaluation_read(pag_arena *arena, pag_diagnostics *diags, pag_pack *pack,
                                    const pag_head *head, const pag_node *root, uint32_t source)
{
    pag_evaluation *ev = PAG_NEW(arena, pag_evaluation);
    size_t errors = pag_diagnostics_errors(diags);
    *ev = (pag_evaluation){.pack = pack, .head = *head, .source = source, .diags = diags};
    ev->path = pag_sources_path(pag_diagnostics_sources(diags), source);
    ev->n_subjects = pag_pack_subjects(pack);
    ev->subjects = PAG_NEW_ARRAY(arena, pag_entry *, ev->n_subjects + 1);
    known_keys known = keys_of(arena, ev);
    judge_plan(ev);
    judge_place(ev);
    judge_period(ev, root, known);
    judge_years(ev, root);
    read_subjects(arena, ev, root, known);
    (void)pag_record_refer(arena, diags, ev->subjects, ev->n_subjects,
                           pag_diagnostics_errors(diags) == errors);
    keep_out(arena, ev, root, NULL);
    judge_tiles(arena, ev, root);
    pag_evaluation_answer(ev, false);
    return pag_diagnostics_errors(diags) > errors ? NULL : ev;
}

/* The words, and the names of all subjects. */
static known_keys part_keys(pag_arena *arena, const pag_evaluation *ev, const pag_excerpt *part)
{
    size_t n = part->n_words;
    pag_str *keys = PAG_NEW_ARRAY(arena, pag_str, n + ev->n_subjects);
    for (size_t i = 0; i < n; i++) keys[i] = part->words[i];
    for (size_t i = 0; i < ev->n_subjects; i++) keys[n++] = pag_pack_subject(ev->pack, i)->name;
    return (known_keys){keys, n};
}

pag_evaluation *pag_evaluation_read_part(pag_arena *arena, pag_diagnostics *diags, pag_pack *pack,
                                         const pag_excerpt *part)
{
    pag_evaluation *ev = PAG_NEW(arena, pag_evaluation);
    size_t errors = pag_diagnostics_errors(diags);
    uint32_t source = part->root->pos.source;
    *ev = (pag_evaluation){.pack = pack, .head = *part->head, .source = source, .diags = diags};
    ev->path = pag_sources_path(pag_diagnostics_sources(diags), source);
    ev->n_subjects = pag_pack_subjects(pack);
    ev->subjects = PAG_NEW_ARRAY(arena, pag_entry *, ev->n_subjects + 1);
    read_parts(arena, ev, part->root, part_keys(arena, ev, part));
    (void)pag_record_refer(arena, diags, ev->subjects, ev->n_subjects, false);
    keep_out(arena, ev, part->root, pag_node_get(part->root, PAG_STR("test")));
    for (size_t i = 0; ev->head.period_pos.source && i < ev->n_subjects; i++) {
        if (!ev->subjects[i]) continue;
        (void)pag_record_tiles(arena, diags, ev->subjects[i], ev->head.from, ev->head.to);
    }
    return pag_diagnostics_errors(diags) > errors ? NULL : ev;
}
