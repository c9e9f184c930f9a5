/* Why a figure is what it is, one sentence for each kind of step. Sentences name what the trace
 * holds; the only arithmetic is the exact distance to the neighbouring rows of a band table. Not
 * for other rooms. */
#ifndef PAG_EXPLAIN_REASON_H
#define PAG_EXPLAIN_REASON_H

#include "base/json.h"
#include "explain/view.h"

/* "fascia 71–85, perché 78 ≥ 71 e ≤ 85; con 8 punti in più: fascia 10 % (da 86); …"; of a score
 * that the table rounds, also what it was before. */
pag_str pag_reason_looked(const pag_view *view, const pag_figure *figure, const pag_step *step);
/* "riga «C» (tabella Pesi): org 30 %"; "in vigore dal 01/01/2025, perché il periodo finisce il
 * 31/12/2025 (tabella Soglie): 95 %": the row of a keyed or a dated table. */
pag_str pag_reason_found(const pag_view *view, const pag_figure *figure, const pag_step *step);
const pag_band *pag_reason_row(const pag_step *step); /* the row that was found */
/* "31/12/2025  ultimo giorno del periodo", "2025  anno del periodo", and where the evaluation says
 * it. */
pag_str pag_reason_period(const pag_view *view, const pag_step *step);
pag_pos pag_reason_period_pos(const pag_view *view);
/* What was taken from the row, as people read it ("30 %") or as machines do ("30"). */
pag_str pag_reason_given(const pag_view *view, const pag_figure *figure, const pag_step *step,
                         bool people);
/* A text that a row gives to this figure as people read it: of a word of its choice, the title. */
pag_str pag_reason_word(const pag_figure *figure, pag_str word);
/* "il minore fra m.percent = 15 % e s.ceiling = 10 %: 10 % (limite: s.ceiling 10 %, sarebbe stato
 * 15 %)"; it speaks of a limit only where the rules fix it and the others are worked out. */
pag_str pag_reason_chose(const pag_view *view, const pag_figure *figure, const pag_step *step);
/* "somma di 3 voci: sum(s.member, \"pay\")" */
pag_str pag_reason_total(const pag_view *view, const pag_step *step);
/* Whether the marks of a sheet were not simply added up, so that there is more to say. */
bool pag_step_is_tallied(const pag_step *step);
/* Of the total over a sheet: "somma"; with weights "media pesata: 8,4 / 100 %"; where criteria do
 * not apply "somma dei 4 criteri su 5 che si applicano: 32 × 50 / 40, i massimi di tutti e di
 * questi", or, where they are left out, "…, al massimo 44 invece di 50". */
pag_str pag_reason_tally(const pag_view *view, const pag_step *step);
/* "massimo dei 7 criteri su 8 che si applicano: 8 + 6 + 10 + 5 + 4 + 8 + 3": the step of `full`. */
pag_str pag_reason_full(const pag_view *view, const pag_step *step);
/* "somma", "media", "massimo": what the word of a total makes. */
pag_str pag_reason_total_word(const pag_view *view, const pag_step *step);
/* Whether the step is of a call of this word of the rules. */
bool pag_reason_is_called(const pag_view *view, const pag_step *step, const char *word);
/* "arrotondato al centesimo (mezzo centesimo in su): 2.092,0384 → 2.092,04" */
pag_str pag_reason_rounded(const pag_view *view, const pag_figure *figure);

/* The digits of an amount without its sign. */
pag_str pag_reason_digits(const pag_view *view, pag_number number);
/* "500 di 1.200 quote di 1.000,00 €: 416,6666… → 416,66, più 0,01 del resto; …", and who got the
 * leftover. */
pag_str pag_reason_shared(const pag_view *view, const pag_figure *figure, const pag_step *step);

/* The same as keys of the step's object. */
void pag_shared_put_json(const pag_view *view, pag_json *json, const pag_figure *figure,
                         const pag_step *step);

/* The row next to the one that was found, on the side of higher scores or of lower ones. */
typedef struct pag_neighbour {
    const pag_band *row;       /* NULL: there is none, or how far it is cannot be told */
    pag_number edge, distance; /* of the score before the table rounds it */
    bool inside;               /* exactly `distance` is enough; else it takes more */
} pag_neighbour;
pag_neighbour pag_reason_above(const pag_view *view, const pag_step *step);
pag_neighbour pag_reason_below(const pag_view *view, const pag_step *step);

/* The row by its edges: "71–85", "da 71 a meno di 86", "fino a 40". */
pag_str pag_reason_span(const pag_view *view, const pag_step *step, size_t row);
/* The edge of a row as it was in this look-up; false when it is open. */
bool pag_reason_edge(const pag_step *step, size_t row, bool high, pag_number *out);
/* What a row gives to this figure, as people read it ("10 %") or as machines do ("10"); empty when
 * it is a formula. */
pag_str pag_reason_gives(const pag_view *view, const pag_figure *figure, const pag_band *row,
                         bool people);

#endif
