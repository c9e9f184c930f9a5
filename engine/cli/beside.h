/* What form, new-year and schema leave beside the files that people write. */
#ifndef PAG_CLI_BESIDE_H
#define PAG_CLI_BESIDE_H

#include "cli/cli.h"
#include "editor/editor.h"

/* With the evaluations of the pack that are in the tree. */
pag_editor pag_cli_editor(pag_cli *cli, pag_arena *arena, const pag_pack *pack,
                          const pag_tree *tree);
/* What was written and what is to be added to settings that are there. */
void pag_cli_put_left(const pag_cli *cli, pag_text *out, const pag_editor_left *left);
/* The same for programs, as an object "pagella.editor/1", with the files that say something else.
 */
void pag_cli_left_json(pag_cli *cli, const pag_editor_left *left);
/* Leaves all that editors need where rules/ and plans/ are; false where those stand apart, and
 * there is nothing to leave. */
bool pag_cli_leave(pag_diagnostics *diags, const pag_editor *editor, const pag_tree *tree,
                   pag_editor_left *left);
/* What came of it, for people. */
void pag_cli_put_all_left(const pag_cli *cli, pag_text *out, const pag_editor_left *left);
/* The schema of the pack as a file at `path` names it; empty when it is not there, or no way leads
 * to it from there. */
pag_str pag_cli_schema_from(const pag_editor *editor, const pag_tree *tree, pag_str path);

#endif
