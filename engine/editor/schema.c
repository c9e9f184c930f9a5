/* The schema as a whole. Draft 07 is the one that the language server for YAML follows best: what
 * came later it knows in part. */
#include "editor/internal.h"

static void put_intro(pag_drawing *d)
{
    pag_str name = pag_pack_name(d->pack);
    pag_json_put_string(&d->json, PAG_STR("$schema"),
                        PAG_STR("http://json-schema.org/draft-07/schema#"));
    pag_json_put_string(&d->json, PAG_STR("$comment"),
                        pag_text_join(d->arena, 5, PAG_STR("pagella " PAG_VERSION " schema "), name,
                                      PAG_STR(" ("), pag_pack_hash(d->pack), PAG_STR(")")));
    pag_json_put_string(&d->json, PAG_STR("title"),
                        pag_text_join(d->arena, 2,
                                      pag_draw_say(d, "An evaluation by the rules ",
                                                   "Una valutazione secondo le regole "),
                                      name));
}

static pag_entries entries_of(const pag_group *subject)
{
    return (pag_entries){subject, NULL, subject->name};
}

/* Whether rows alone can make the subject. */
static bool may_be_rows(const pag_drawing *d, const pag_group *subject)
{
    const pag_entries entries = entries_of(subject);
    return d->rows && pag_draw_has_rows_in(subject) && !pag_draw_asks_any(d, &entries);
}

/* The keys of the file: those of the head, of the subjects, and of cells that stand at the top. */
static void put_keys(pag_drawing *d)
{
    size_t n, subjects = pag_pack_subjects(d->pack), room = subjects;
    (void)pag_head_keys(&n);
    room += n;
    for (size_t i = 0; i < subjects; i++) room += pag_pack_subject(d->pack, i)->n_cells;
    pag_str *names = PAG_NEW_ARRAY(d->arena, pag_str, room);
    bool *required = PAG_NEW_ARRAY(d->arena, bool, room);
    n = pag_draw_head_keys(d, names, required);
    for (size_t i = 0; i < subjects; i++) {
        const pag_group *subject = pag_pack_subject(d->pack, i);
        const pag_entries entries = entries_of(subject);
        for (size_t k = 0; k < subject->n_cells && subject->top; k++) {
            names[n] = subject->cells[k].name;
            required[n++] = pag_draw_asks(d, &entries, &subject->cells[k]);
        }
        if (subject->top) continue;
        names[n] = subject->name;
        required[n++] = !subject->optional && !may_be_rows(d, subject);
    }
    pag_draw_keys(d, (pag_keys){n, names, required});
}

/* Where each subject may be left out, one must be there all the same; rows can be of one that the
 * file does not name. */
static void put_any(pag_drawing *d)
{
    size_t n = pag_pack_subjects(d->pack), optional = 0;
    if (d->rows) return;
    for (size_t i = 0; i < n; i++) optional += pag_pack_subject(d->pack, i)->optional;
    if (!n || optional < n) return;
    pag_json_key(&d->json, PAG_STR("anyOf"));
    pag_json_begin_array(&d->json);
    for (size_t i = 0; i < n; i++) {
        pag_json_begin_object(&d->json);
        pag_json_key(&d->json, PAG_STR("required"));
        pag_json_begin_array(&d->json);
        pag_json_string(&d->json, pag_pack_subject(d->pack, i)->name);
        pag_json_end_array(&d->json);
        pag_json_end_object(&d->json);
    }
    pag_json_end_array(&d->json);
}

static void put_subject(pag_drawing *d, const pag_group *subject)
{
    static const char nothing[] = "";
    const pag_entries entries = entries_of(subject);
    bool filled = may_be_rows(d, subject);
    pag_json_key(&d->json, subject->name);
    if (filled) {
        pag_json_begin_object(&d->json);
        pag_json_key(&d->json, PAG_STR("if"));
        pag_json_begin_object(&d->json);
        pag_json_key(&d->json, PAG_STR("enum"));
        pag_json_begin_array(&d->json);
        pag_json_null(&d->json);
        pag_json_string(&d->json, pag_str_from(nothing));
        pag_json_end_array(&d->json);
        pag_json_end_object(&d->json);
        pag_json_key(&d->json, PAG_STR("else"));
    }
    pag_draw_reference(d, pag_draw_name(d, &entries));
    if (filled) pag_json_end_object(&d->json);
}

static void put_properties(pag_drawing *d)
{
    enum { MOST_KEYS = 16 };
    pag_str names[MOST_KEYS];
    bool required[MOST_KEYS];
    size_t n = pag_draw_head_keys(d, names, required);
    pag_json_key(&d->json, PAG_STR("properties"));
    pag_json_begin_object(&d->json);
    for (size_t i = 0; i < n; i++) pag_draw_head(d, names[i]);
    for (size_t i = 0; i < pag_pack_subjects(d->pack); i++) {
        const pag_group *subject = pag_pack_subject(d->pack, i);
        const pag_entries entries = entries_of(subject);
        if (subject->top) {
            pag_draw_cells(d, &entries);
        } else {
            put_subject(d, subject);
        }
    }
    pag_json_end_object(&d->json);
}

static void put_subjects(pag_drawing *d)
{
    for (size_t i = 0; i < pag_pack_subjects(d->pack); i++) {
        const pag_group *subject = pag_pack_subject(d->pack, i);
        const pag_entries entries = entries_of(subject);
        if (subject->top) {
            pag_draw_inner_definitions(d, &entries);
        } else {
            pag_draw_definitions(d, &entries);
        }
    }
}

static void put_definitions(pag_drawing *d)
{
    pag_json_key(&d->json, PAG_STR("definitions"));
    pag_json_begin_object(&d->json);
    put_subjects(d);
    d->rows = pag_draw_has_rows(d->pack);
    if (d->rows) {
        put_subjects(d);
        pag_draw_empty(d);
    }
    d->rows = false;
    pag_json_end_object(&d->json);
}

static void put_whole(pag_drawing *d)
{
    put_keys(d);
    put_any(d);
    put_properties(d);
}

/* {"if": {"required": ["marks"]}, "then": …, "else": …}: a file that names rows says all the same
 * things, but what they may say it may leave out. */
static void put_either(pag_drawing *d)
{
    static const pag_str key = {"marks", 5};
    static const bool required = true;
    pag_json_key(&d->json, PAG_STR("if"));
    pag_json_begin_object(&d->json);
    pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("object"));
    pag_draw_required(d, (pag_keys){1, &key, &required});
    pag_json_end_object(&d->json);
    for (size_t i = 0; i < 2; i++) {
        d->rows = i == 0;
        pag_json_key(&d->json, d->rows ? PAG_STR("then") : PAG_STR("else"));
        pag_json_begin_object(&d->json);
        put_whole(d);
        pag_json_end_object(&d->json);
    }
}

void pag_editor_schema(const pag_editor *editor, pag_sink *sink)
{
    pag_drawing d = {.json = {.sink = sink, .lines = !editor->one_line},
                     .arena = editor->arena,
                     .lang = editor->lang,
                     .pack = editor->pack};
    pag_json_begin_object(&d.json);
    put_intro(&d);
    if (pag_draw_has_rows(editor->pack)) {
        put_either(&d);
    } else {
        put_whole(&d);
    }
    put_definitions(&d);
    pag_json_end_object(&d.json);
}
