/* What the tests of rows share: an evaluation and a CSV beside it, both given as text. */
#ifndef TESTS_UNIT_ROWS_H
#define TESTS_UNIT_ROWS_H

#include "marks/marks.h"
#include "packs.h"

/* The whole evaluation with the rows; false when something of it was refused. */
static inline bool evaluate_rows(const char *document, const char *csv)
{
    const pag_node *root = NULL;
    pag_head head;
    size_t n = pag_pack_subjects(packs.pack);
    const pag_group *subjects[4];
    assert_true(n <= 4);
    pag_arena_reset(&packs.run);
    pag_sources *sources = pag_sources_extend(&packs.run, pag_pack_sources(packs.pack));
    packs.told = pag_diagnostics_create(&packs.run, sources);
    uint32_t source = pag_sources_add(sources, PAG_STR("e.yaml"), pag_str_from(document));
    uint32_t second = pag_sources_add(sources, PAG_STR("m.csv"), pag_str_from(csv));
    packs.status = PAG_INVALID;
    assert_int_equal(pag_yaml_read(&packs.run, packs.told, source, &root), PAG_OK);
    assert_true(pag_head_read(&packs.run, packs.told, root, &head));
    for (size_t i = 0; i < n; i++) subjects[i] = pag_pack_subject(packs.pack, i);
    bool misspelt = false;
    pag_marks marks = {&packs.run, packs.told, pag_marks_lists_of(&packs.run, subjects, n),
                       &misspelt};
    root = pag_marks_merge(&marks, second, root);
    if (misspelt) return false;
    packs.evaluation =
        root ? pag_evaluation_read(&packs.run, packs.told, packs.pack, &head, root, source) : NULL;
    if (!packs.evaluation) return false;
    packs.status = pag_evaluate(packs.pack, packs.evaluation, &packs.run, &packs.result);
    return packs.status == PAG_OK;
}

#endif
