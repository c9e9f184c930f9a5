/* What somebody has to look at in rules of a new year: in words, and as JSON. */
#ifndef PAG_CLI_REMARKS_H
#define PAG_CLI_REMARKS_H

#include "base/json.h"
#include "cli/cli.h"
#include "renew/renew.h"

/* "pack.lua:3:12  ", filled up with blanks to `width` columns and two more. */
void pag_cli_put_row(pag_text *out, size_t width, pag_str file, pag_pos pos);
/* How wide the place is; `most` where that is more. */
size_t pag_cli_place_width(pag_arena *arena, pag_str file, pag_pos pos, size_t most);

/* All of them, each kind below its title. */
void pag_cli_put_remarks(const pag_cli *cli, pag_text *out, const pag_renewed_remark *all,
                         size_t n);
/* One in a line, without its place and the end of the line. */
void pag_cli_put_remark(const pag_cli *cli, pag_text *out, const pag_renewed_remark *m);

/* Into the object that is open. */
void pag_cli_json_place(pag_json *json, pag_str file, pag_pos pos);
void pag_cli_json_remark(pag_json *json, const pag_renewed_remark *m);

#endif
