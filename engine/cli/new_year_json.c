/* What `new-year` wrote, as one JSON object. */
#include "base/json.h"
#include "cli/cli.h"
#include "cli/new_form.h"
#include "cli/remarks.h"
#include "renew/renew.h"

static void put_files(pag_json *json, const pag_renewal *r)
{
    pag_json_key(json, PAG_STR("files"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < r->n_files; i++) pag_json_string(json, r->files[i]);
    pag_json_end_array(json);
}

static void put_changes(pag_json *json, const pag_renewal *r)
{
    pag_json_key(json, PAG_STR("changed"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < r->n_changes; i++) {
        const pag_renewed_change *c = &r->changes[i];
        pag_json_begin_object(json);
        pag_cli_json_place(json, c->file, c->pos);
        pag_json_put_string(json, PAG_STR("key"), c->key);
        pag_json_put_string(json, PAG_STR("before"), c->before);
        pag_json_put_string(json, PAG_STR("after"), c->after);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

static void put_values(pag_json *json, const pag_renewal *r)
{
    pag_json_key(json, PAG_STR("to_confirm"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < r->n_values; i++) {
        const pag_renewed_value *v = &r->values[i];
        pag_json_begin_object(json);
        pag_cli_json_place(json, v->file, v->pos);
        pag_json_put_string(json, PAG_STR("about"), v->about);
        pag_json_put_string(json, PAG_STR("value"), v->text);
        pag_json_put_whole(json, PAG_STR("since"), v->since);
        pag_json_put_string(json, PAG_STR("why"), v->why);
        pag_json_put_bool(json, PAG_STR("row"), v->row);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

static void put_remarks(pag_json *json, const pag_renewal *r)
{
    pag_json_key(json, PAG_STR("look_at"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < r->n_remarks; i++) {
        pag_json_begin_object(json);
        pag_cli_json_remark(json, &r->remarks[i]);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

void pag_cli_renewal_json(pag_cli *cli, const struct pag_renewal *r, const struct pag_new_form *f)
{
    pag_json json = {.sink = &cli->out};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.new-year/1"));
    pag_json_put_bool(&json, PAG_STR("written"), !r->dry);
    pag_json_put_string(&json, PAG_STR("folder"), r->folder);
    pag_json_put_string(&json, PAG_STR("rules"), r->new_name);
    pag_json_put_whole(&json, PAG_STR("year"), r->new_year);
    pag_json_put_string(&json, PAG_STR("from_rules"), r->old_name);
    pag_json_put_whole(&json, PAG_STR("from_year"), r->old_year);
    put_files(&json, r);
    put_changes(&json, r);
    put_values(&json, r);
    put_remarks(&json, r);
    if (f->path.len) {
        pag_json_key(&json, PAG_STR("form"));
        pag_json_begin_object(&json);
        pag_json_put_string(&json, PAG_STR("file"), f->path);
        pag_json_put_bool(&json, PAG_STR("written"), f->written);
        pag_json_end_object(&json);
    }
    pag_json_put_whole(&json, PAG_STR("cases_of_old_year"), (int64_t)r->cases);
    pag_json_end_object(&json);
}
