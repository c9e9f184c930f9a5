/* What the files of this room share to turn diagnostics into text. Not for other rooms. */
#ifndef PAG_DIAG_WRITE_H
#define PAG_DIAG_WRITE_H

#include "base/json.h"
#include "diag/diag.h"

/* The sources, for reading. */
const pag_sources *pag_diagnostics_view(const pag_diagnostics *diags);

/* The parts of pag_diag_sentence. */
enum { PAG_PART_MESSAGE, PAG_PART_NOTE, PAG_PART_HELP };

/* The sentence with its {0} {1} …; empty when the code has none. */
pag_str pag_code_template(pag_code code, pag_lang lang, int part);

/* Appends the filled sentence; `indent` blanks begin every line of it but the first. */
void pag_diag_put_sentence(pag_text *out, const pag_diagnostic *d, pag_lang lang, int part,
                           size_t indent);

/* The same error of the same formula, for whoever else it came about: people read one block and the
 * others' names. Whether number i repeats one before it; and for one that does not, how many repeat
 * it, whose names are appended to `names` (NULL: not), the first few of them. */
bool pag_diag_is_other(const pag_diagnostics *diags, size_t i);
size_t pag_diag_others(const pag_diagnostics *diags, size_t i, pag_text *names);

/* Of values that are to be confirmed: appends "Rate: why (file:line)"; how people see all the same
 * what a diagnostic withholds; and both in a few words, behind a line. */
void pag_diag_put_unsure(pag_text *out, const pag_sources *sources, const pag_unsure *unsure);
/* The same as an object: "about", "why", "file", "line". */
void pag_diag_json_unsure(pag_json *json, const pag_sources *sources, const pag_unsure *unsure);
void pag_diag_put_draft_help(pag_text *out, pag_lang lang);
void pag_diag_put_unsure_names(pag_text *out, const pag_diagnostic *d, pag_lang lang);

/* One diagnostic for machines: a line of JSON straight to the sink (`buffer` is scratch and left
 * empty), or the line that gcc would write. */
void pag_diag_write_json(const pag_sources *sources, const pag_diagnostic *d, pag_lang lang,
                         pag_text *buffer, pag_sink *sink);
void pag_diag_put_gcc(pag_text *out, const pag_sources *sources, const pag_diagnostic *d,
                      pag_lang lang);

/* Appends "file:line:col", without what is 0; or no more than "file:line". */
void pag_diag_put_line(pag_text *out, const pag_sources *sources, pag_pos pos);
void pag_diag_put_location(pag_text *out, const pag_sources *sources, pag_pos pos);
/* Appends " (cell C3, column share)" where the source is a table, else nothing. */
void pag_diag_put_cell(pag_text *out, const pag_sources *sources, pag_pos pos, pag_lang lang);
/* Appends the arrow and, where there is a line to show, the line and its caret; nothing when `pos`
 * is nowhere in a file. `gutter` is the width of the column of line numbers. Without colours when
 * `caret_color` is NULL. */
void pag_diag_put_place(pag_text *out, const pag_sources *sources, pag_pos pos, size_t gutter,
                        const char *caret_color, pag_lang lang);

/* Appends what turns a terminal's colour on; nothing when `color` is NULL. */
void pag_diag_put_color(pag_text *out, const char *color);
#define PAG_COLOR_ERROR "\x1b[1;31m"
#define PAG_COLOR_WARNING "\x1b[1;33m"
#define PAG_COLOR_GUTTER "\x1b[34m"
#define PAG_COLOR_END "\x1b[0m"

#endif
