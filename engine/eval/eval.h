/* Figures on demand: an evaluation that was read and a pack that was loaded become results. Each
 * figure is computed once, when it is first asked for, and remembers what it read. */
#ifndef PAG_EVAL_EVAL_H
#define PAG_EVAL_EVAL_H

#include "pack/pack.h"
#include "schema/document.h"

/* The most an arena for one file and its figures needs to take. */
enum { PAG_EVALUATION_MEMORY = 512 << 20 };

/* One evaluation file, read by a pack's declared inputs. */
typedef struct pag_evaluation {
    const pag_pack *pack;
    pag_head head;
    pag_str path; /* as people gave it */
    uint32_t source;
    size_t n_subjects; /* as many as the pack has; NULL where the file has none */
    pag_entry **subjects;
    pag_diagnostics *diags; /* everything said about this file, also while evaluating */
    bool draft; /* sentences tell amounts that are withheld, and that they are to be confirmed */
} pag_evaluation;

/* Reads the document `source` (registered in the sources of `diags`, which must begin with those of
 * the pack, see pag_pack_sources) by the pack. `head` was read from `root` before, to find the
 * pack. NULL when there were errors; they are in `diags`. */
pag_evaluation *pag_evaluation_read(pag_arena *arena, pag_diagnostics *diags, pag_pack *pack,
                                    const pag_head *head, const pag_node *root, uint32_t source);

/* CSVs with rows that are named for an evaluation beside those that it names itself. */
typedef struct pag_rows {
    pag_str path; /* of the evaluation: what it names stands beside it or below */
    size_t n;
    const pag_str *files;
} pag_rows;
/* `root` with the rows of all of them, for pag_evaluation_read. NULL, and told, when one is wrong;
 * `*misspelt` when nothing but numbers are (E0950): reading it tells what else is wrong, and of
 * these numbers a second time. */
const pag_node *pag_evaluation_rows(pag_arena *arena, pag_diagnostics *diags, const pag_pack *pack,
                                    const pag_head *head, pag_rows rows, const pag_node *root,
                                    bool *misspelt);

/* Reads one case of a test: `root` is a map of the document `source`, with the data of subjects and
 * keys that are `words` of somebody else. A subject may be left out; the cells of one that stands
 * at the top may also stand below its name. See pag_record_read_part for the freedoms of the data;
 * plan, year and place are not judged. NULL when there were errors. */
typedef struct pag_excerpt {
    const pag_node *root;
    const pag_head *head;
    size_t n_words;
    const pag_str *words;
} pag_excerpt;
pag_evaluation *pag_evaluation_read_part(pag_arena *arena, pag_diagnostics *diags, pag_pack *pack,
                                         const pag_excerpt *part);

/* Acknowledges the warnings that the file answers for. When everything has been judged (`whole`),
 * an answer to nothing is told, or it would hide the next warning. */
void pag_evaluation_answer(const pag_evaluation *evaluation, bool whole);

/* A figure that could not be had, or a condition that must hold and does not: whose it was, and
 * what had been read by then. Whatever made it so is among that, directly or through figures. */
typedef struct pag_failure pag_failure;
struct pag_failure {
    const pag_figure *figure; /* NULL: a condition */
    const pag_entry *entry;
    const pag_condition *condition; /* NULL: a figure, or it could not be judged */
    const pag_diagnostic *told;     /* of a condition: what was said of it */
    bool stopped; /* an error ended it; of a condition, so that those after it are not judged */
    pag_missed missed; /* the look-up that ended it, if one did */
    size_t n_steps;
    const pag_step *steps;
    const pag_failure *next;
};

/* The figures of one evaluation: trees of entries in the shape of the record. */
typedef struct pag_result {
    const pag_evaluation *evaluation;
    size_t n_subjects;
    pag_entry **subjects; /* copies, with every figure DONE; FAILED ones only after an error */
    pag_status status;
    const pag_failure *failures; /* in the order they came about; NULL: there is none */
} pag_result;

/* Computes every figure. The result lives in `arena`, which the caller resets between evaluations;
 * the record is not touched, so it can be evaluated again. What is wrong is added to the
 * evaluation's diagnostics; `out->status` (also returned) is then not PAG_OK and no figure of it
 * may be printed. When the machine has no more memory, the handler of `arena` ends it, also where
 * it was Lua that asked. */
pag_status pag_evaluate(pag_pack *pack, const pag_evaluation *evaluation, pag_arena *arena,
                        pag_result *out);

/* The same in two steps: first the figures as they were read … */
void pag_result_open(const pag_evaluation *evaluation, pag_arena *arena, pag_result *out);
/* … then all that is open … */
pag_status pag_result_evaluate(pag_result *result, pag_pack *pack, pag_arena *arena);
/* … or `wanted` ones, each with all it needs, and, with `rest`, whatever else can be computed
 * from what the case gives; at last the conditions that can be judged by it. Asking a wanted figure
 * for what is PAG_ABSENT is an error, asking others for it leaves them open. */
typedef struct pag_wanted {
    size_t n;
    pag_figure *const *figures;
    bool rest;
    bool unjudged; /* no condition is judged */
} pag_wanted;
pag_status pag_result_compute(pag_result *result, pag_pack *pack, pag_arena *arena,
                              const pag_wanted *wanted);

/* Whether the figure is to be paid and rests on a value of the rules that is still to be confirmed:
 * it may be shown as a draft only. Acknowledging the warning about it changes nothing. */
bool pag_figure_is_doubtful(const pag_figure *figure);
/* Whether that is so, or the figure reads such a one, directly or through others: a sum or a
 * remainder of amounts tells them too. */
bool pag_figure_is_withheld(const pag_figure *figure);

/* How many of its steps may be shown. Those of a withheld figure end with the first reason for zero
 * that rests on a doubt: more of them, or none, would tell whether it is zero. A draft shows all.
 */
uint32_t pag_figure_steps(const pag_figure *figure, bool draft);
/* What it rests on that may be told, by the same measure; never NULL. */
const pag_doubts *pag_figure_doubts(const pag_figure *figure, bool draft);

/* Figures by name: any tail of "office.member.pay" at a dot; `entry` is an entry's id or
 * name ("Castel Rio"), the ids of entries in one another ("north.castel-rio"), or empty. A full
 * name wins over tails, and with it all ids from the outermost list on win over what else fits:
 * those two together are always one figure. Returns how many fit; `found` (room for `most`) gets
 * the first ones in the order of the result. */
size_t pag_result_find(const pag_result *result, pag_str tail, pag_str entry, pag_figure **found,
                       size_t most);

/* Those ids: "north.castel-rio"; of a subject empty. */
pag_str pag_entry_ids(pag_arena *arena, const pag_entry *entry);

/* Visits every figure in the order written: the cells of a subject, and where a list stands, its
 * entries one by one. */
typedef void (*pag_visit)(void *ud, pag_figure *figure);
void pag_result_visit(const pag_result *result, pag_visit visit, void *ud);

#endif
