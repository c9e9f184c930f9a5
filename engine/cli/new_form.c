/* The empty evaluation of a new year: where it goes, and that it is written there with what editors
 * need. It stands with the evaluations of the old rules, else with the plan, else in the folder of
 * plans/ that is called like that of the rules. */
#include "cli/new_form.h"

#include "base/file.h"
#include "base/write.h"
#include "cli/beside.h"
#include "form/form.h"
#include "renew/renew.h"

/* Below plans/. */
static pag_str folder_of(pag_arena *arena, const pag_renewal *r)
{
    pag_str *old;
    size_t n = pag_tree_evaluations(arena, &r->tree, r->old_name, &old);
    if (n) return pag_path_folder(old[n - 1]);
    return r->plan.len ? r->plan : pag_path_folder(r->new_name);
}

void pag_cli_new_form_place(pag_arena *arena, const pag_renewal *r, pag_new_form *out)
{
    *out = (pag_new_form){.path = {"", 0}, .left = {.arena = arena}};
    if (!r->tree.plans.len) return;
    pag_str name = pag_text_join(arena, 3, PAG_STR("evaluation-"), r->year, PAG_STR(".yaml"));
    pag_str folder = pag_path_join(arena, r->tree.plans, folder_of(arena, r));
    out->path = pag_path_join(arena, folder, name);
    out->there = pag_path_look(out->path) != PAG_PATH_NONE;
}

static void write_file(pag_arena *arena, pag_diagnostics *diags, pag_str text, pag_new_form *out)
{
    pag_write_result result = PAG_WRITE_MISSING;
    if (pag_folder_create(arena, pag_path_folder(out->path))) {
        result = pag_file_write_new(arena, out->path, text);
    }
    out->written = result == PAG_WRITE_DONE;
    if (!out->written) pag_diag_add(diags, PAG_E0961, (pag_pos){0}, 1, out->path);
}

static void write_form(pag_cli *cli, pag_arena *arena, pag_diagnostics *diags, pag_pack *pack,
                       const pag_renewal *r, pag_new_form *out)
{
    pag_text text = {.arena = arena};
    pag_sink collect = pag_work_collect(&text);
    const pag_editor editor = pag_cli_editor(cli, arena, pack, &r->tree);
    pag_editor_left left;
    if (pag_cli_leave(diags, &editor, &r->tree, &left))
        pag_cli_put_all_left(cli, &out->left, &left);
    if (out->there) return;
    pag_form form = {.pack = pack, .arena = arena, .lang = cli->lang};
    form.schema = pag_cli_schema_from(&editor, &r->tree, out->path);
    pag_form_yaml(&form, &collect);
    write_file(arena, diags, pag_text_str(&text), out);
}

void pag_cli_new_form_write(pag_cli *cli, pag_arena *arena, pag_diagnostics *diags,
                            const pag_renewal *r, pag_new_form *out)
{
    pag_trap trap; /* Lua's state is not in the arena */
    if (!out->path.len) return;
    pag_pack *volatile pack = NULL;
    pag_trap_set(&trap, arena);
    if (setjmp(trap.jump) == 0) {
        pack = pag_pack_load(arena, diags, &r->tree, r->new_name, (pag_pos){0});
        if (pack) write_form(cli, arena, diags, pack, r, out);
    }
    pag_trap_clear(&trap);
    pag_pack_destroy(pack);
    pag_trap_pass_on(&trap);
}
