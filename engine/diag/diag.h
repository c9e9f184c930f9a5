/* Diagnostics: what is wrong, where, and what to write instead. A diagnostic has a stable code from
 * codes.def, a position, and arguments that fill the {0} {1} … of its sentences; it has no language
 * until it is written. */
#ifndef PAG_DIAG_DIAG_H
#define PAG_DIAG_DIAG_H

#include "diag/source.h"

typedef enum pag_code {
#define X(code, severity, status, message_en, message_it, note_en, note_it, help_en, help_it)      \
    PAG_##code,
#include "diag/codes.def"
#undef X
    PAG_CODES
} pag_code;

typedef enum pag_severity { PAG_ERROR, PAG_WARNING } pag_severity;

/* What is still to be confirmed, by what people know it by. */
typedef struct pag_unsure {
    pag_str about, why;
    pag_pos pos;
} pag_unsure;

typedef struct pag_diagnostic {
    pag_code code;
    pag_pos pos;
    pag_pos also;  /* a second place, said by the note ("first written here"); source 0: none */
    pag_str about; /* whose figure it is about, where one rule works for many; empty: nobody's */
    pag_str name;  /* of a warning that rules give one: it is answered for by that name alone */
    pag_str entry; /* of the data, that it is about, by ids: "area.objective"; empty: none */
    size_t n;
    pag_str *arguments;
    bool acknowledged;    /* a warning the file itself answers for */
    bool narrowed;        /* only for this entry */
    pag_str because;      /* its reason */
    unsigned unconfirmed; /* bit i: argument i rests on what is to be confirmed. That is said after
                             it, or in its place where it is empty: it is withheld */
    size_t n_unsure;
    const pag_unsure *unsure; /* what that is */
} pag_diagnostic;

/* Whether it withholds anything. */
bool pag_diag_withholds(const pag_diagnostic *d);

typedef struct pag_diagnostics pag_diagnostics;

/* Lives in the arena, together with all that is added. */
pag_diagnostics *pag_diagnostics_create(pag_arena *arena, pag_sources *sources);
/* The same for what is told of one text, which gets the number `*source`: positions in `base`
 * (NULL: there are none) mean there what they meant before. */
pag_diagnostics *pag_diagnostics_for(pag_arena *arena, const pag_sources *base, pag_str path,
                                     pag_str bytes, uint32_t *source);
pag_sources *pag_diagnostics_sources(pag_diagnostics *diags);
pag_arena *pag_diagnostics_arena(pag_diagnostics *diags);

/* Adds one; the n arguments are pag_str, copied. Returns it, so that `also` can be set. An exact
 * repetition (same code, place and arguments) is added once.
 *     pag_diag_add(diags, PAG_E0231, pos, 2, key, nearest); */
pag_diagnostic *pag_diag_add(pag_diagnostics *diags, pag_code code, pag_pos pos, size_t n, ...);

/* Until told otherwise (NULL), `heed` sees what is about to be added, before anything is kept of
 * it: it may mark arguments as unconfirmed, and make them empty. */
typedef void (*pag_heed)(void *ud, pag_diagnostic *d);
void pag_diagnostics_heed(pag_diagnostics *diags, pag_heed heed, void *ud);

/* Adds one of another list that has the same sources, with all that was said of it. */
const pag_diagnostic *pag_diag_copy(pag_diagnostics *diags, const pag_diagnostic *d);

/* Says whom the diagnostic added last is about, unless that was said since. If it repeats one about
 * somebody else it is one more, about `whom`. */
void pag_diagnostics_about(pag_diagnostics *diags, pag_str whom);
/* How often one was added, repetitions too. */
size_t pag_diagnostics_told(const pag_diagnostics *diags);

size_t pag_diagnostics_count(const pag_diagnostics *diags);
size_t pag_diagnostics_errors(const pag_diagnostics *diags);
/* Warnings that nobody acknowledged. */
size_t pag_diagnostics_warnings(const pag_diagnostics *diags);
/* In the order they are to be read: by source, line, column, then as added. */
const pag_diagnostic *pag_diagnostics_at(const pag_diagnostics *diags, size_t i);
/* Why a warning is right as it is. Without a name it is about warnings that have none; without an
 * entry, about those of every entry. */
typedef struct pag_answer {
    pag_str code, name, entry, because;
} pag_answer;
/* Whether the warning is one of those that the answer is about, whatever the entry. */
bool pag_diag_is_meant(const pag_diagnostic *d, const pag_answer *answer);
/* Acknowledges the warnings that have been added so far and that the answer is about; returns how
 * many there were. An error cannot be acknowledged: 0. */
size_t pag_diagnostics_acknowledge(pag_diagnostics *diags, const pag_answer *answer);

/* PAG_OK when there is no error, else the status of the worst: NOMEM, LIMIT, IO, INVALID, USAGE. */
pag_status pag_diagnostics_status(const pag_diagnostics *diags);

pag_str pag_code_text(pag_code code); /* "E0305" */
pag_severity pag_code_severity(pag_code code);
pag_status pag_code_status(pag_code code);
bool pag_code_find(pag_str text, pag_code *out);
/* One sentence with its arguments filled in: part 0 the message, 1 the note, 2 the help. In the
 * arguments, control and invisible characters are shown escaped and over 300 columns are cut. Only
 * a digit in braces whose argument was given is filled; other braces are text. */
pag_str pag_diag_sentence(pag_arena *arena, const pag_diagnostic *d, pag_lang lang, int part);

typedef enum pag_diag_format { PAG_DIAG_TEXT, PAG_DIAG_JSON, PAG_DIAG_GCC } pag_diag_format;
typedef struct pag_diag_style {
    pag_lang lang;
    pag_diag_format format;
    bool color;
    bool acknowledged; /* write the acknowledged warnings too */
    size_t most;       /* text: at most so many of a file, errors first, then a count; 0: all */
} pag_diag_style;

/* Text as in README: `error[E0103]: sentence`, ` --> file:line:col`, the line, the caret, notes,
 * help. Control and bidirectional characters of the source are shown escaped; a long line is
 * shortened around the caret; the caret stands under its character by display width (a tab counts
 * as one blank). JSON: one object a line, schema "pagella.diagnostics/1". */
void pag_diagnostics_write(const pag_diagnostics *diags, pag_arena *scratch, pag_diag_style style,
                           pag_sink *sink);

#endif
