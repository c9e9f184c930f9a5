/* The CSVs with rows for the lists of an evaluation: those that it names itself, and those that
 * somebody names for it. */
#include "eval/eval.h"

#include "base/file.h"
#include "marks/marks.h"

static pag_marks_lists lists_of(pag_arena *arena, const pag_pack *pack)
{
    size_t n = pag_pack_subjects(pack);
    const pag_group **subjects = PAG_NEW_ARRAY(arena, const pag_group *, n + 1);
    for (size_t i = 0; i < n; i++) subjects[i] = pag_pack_subject(pack, i);
    return pag_marks_lists_of(arena, subjects, n);
}

static bool is_same(pag_str a, pag_str b)
{
    return pag_str_equal(a, b) || pag_path_same(a, b);
}

/* One that the evaluation names too is read once. */
static bool is_own(pag_arena *arena, const pag_head *head, pag_str folder, pag_str path)
{
    for (size_t i = 0; i < head->n_marks; i++) {
        if (is_same(pag_path_join(arena, folder, head->marks[i].text), path)) return true;
    }
    return false;
}

/* --- the same file twice: else each of its cells would contradict itself --- */

static bool is_new_here(pag_arena *arena, pag_diagnostics *diags, const pag_head *head,
                        pag_str folder, size_t at)
{
    const pag_named_file *file = &head->marks[at];
    pag_str path = pag_path_join(arena, folder, file->text);
    for (size_t i = 0; i < at; i++) {
        if (!is_same(pag_path_join(arena, folder, head->marks[i].text), path)) continue;
        pag_diag_add(diags, PAG_E0957, file->pos, 1, file->text)->also = head->marks[i].pos;
        return false;
    }
    return true;
}

static bool is_new_there(pag_diagnostics *diags, pag_rows rows, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (!is_same(rows.files[i], rows.files[at])) continue;
        pag_diag_add(diags, PAG_E0996, (pag_pos){0}, 2, rows.files[at], rows.files[i]);
        return false;
    }
    return true;
}

static bool all_are_new(pag_arena *arena, pag_diagnostics *diags, const pag_head *head,
                        pag_rows rows)
{
    bool ok = true;
    pag_str folder = pag_path_folder(rows.path);
    for (size_t i = 1; i < head->n_marks; i++) {
        ok = is_new_here(arena, diags, head, folder, i) && ok;
    }
    for (size_t i = 1; i < rows.n; i++) ok = is_new_there(diags, rows, i) && ok;
    return ok;
}

/* --- all of them --- */

/* NULL, and told, when the file is wrong. */
static const pag_node *with_file(const pag_marks *marks, pag_str path, pag_pos pos,
                                 const pag_node *root)
{
    uint32_t source = pag_source_load(marks->arena, marks->diags, path, pos);
    return source ? pag_marks_merge(marks, source, root) : NULL;
}

const pag_node *pag_evaluation_rows(pag_arena *arena, pag_diagnostics *diags, const pag_pack *pack,
                                    const pag_head *head, pag_rows rows, const pag_node *root,
                                    bool *misspelt)
{
    pag_marks marks = {
        .arena = arena, .diags = diags, .lists = lists_of(arena, pack), .misspelt = misspelt};
    *misspelt = false;
    if (!all_are_new(arena, diags, head, rows)) return NULL;
    pag_str folder = pag_path_folder(rows.path);
    for (size_t i = 0; i < head->n_marks && root; i++) {
        pag_str path = pag_path_join(arena, folder, head->marks[i].text);
        root = with_file(&marks, path, head->marks[i].pos, root);
    }
    for (size_t i = 0; i < rows.n && root; i++) {
        if (is_own(arena, head, folder, rows.files[i])) continue;
        root = with_file(&marks, rows.files[i], (pag_pos){0}, root);
    }
    return root;
}
