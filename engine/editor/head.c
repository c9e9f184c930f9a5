/* The keys of an evaluation that every pack has: which rules, for which plan and period, and which
 * warnings the file answers for. */
#include "editor/internal.h"

/* Lists in lists are bounded by the depth of rule files. */
static bool has_tiles(const pag_group *group)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_group *list = group->cells[i].list;
        if (list && (list->tiles || has_tiles(list))) return true;
    }
    return false;
}

/* Something of the rules needs to know the period. */
static bool needs_period(const pag_pack *pack)
{
    pag_pos said;
    if (pag_pack_plan(pack) || pag_pack_year(pack, &said)) return true;
    for (size_t i = 0; i < pag_pack_subjects(pack); i++) {
        const pag_group *subject = pag_pack_subject(pack, i);
        if (!subject->optional && has_tiles(subject)) return true;
    }
    return false;
}

bool pag_draw_has_rows(const pag_pack *pack)
{
    for (size_t i = 0; i < pag_pack_subjects(pack); i++) {
        if (pag_draw_has_rows_in(pag_pack_subject(pack, i))) return true;
    }
    return false;
}

size_t pag_draw_head_keys(const pag_drawing *d, pag_str *names, bool *required)
{
    size_t n, taken = 0;
    const pag_str *all = pag_head_keys(&n);
    for (size_t i = 0; i < n; i++) {
        bool plan = pag_str_equal(all[i], PAG_STR("plan"));
        if (plan && !pag_pack_plan_name(d->pack).len) continue; /* another plan is an error */
        if (pag_str_equal(all[i], PAG_STR("marks")) && !pag_draw_has_rows(d->pack)) continue;
        bool period = pag_str_equal(all[i], PAG_STR("period"));
        required[taken] =
            pag_str_equal(all[i], PAG_STR("rules")) || (period && needs_period(d->pack));
        names[taken++] = all[i];
    }
    return taken;
}

/* --- each of them --- */

static void draw_only(pag_drawing *d, pag_str title, pag_str kind, pag_str word)
{
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &(pag_about){.title = title, .kind = kind});
    pag_draw_words(d, &word, 1);
    pag_draw_complaint(d, word);
    pag_json_end_object(&d->json);
}

static void draw_period(pag_drawing *d)
{
    static const pag_str keys[] = {{"from", 4}, {"to", 2}};
    static const bool required[] = {true, true};
    pag_pos said;
    int64_t year = pag_pack_year(d->pack, &said);
    pag_str kind = pag_draw_say(d, "the first and the last day that the evaluation is about",
                                "il primo e l'ultimo giorno a cui la valutazione si riferisce");
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &(pag_about){.title = pag_draw_say(d, "Period", "Periodo"), .kind = kind});
    pag_draw_keys(d, (pag_keys){2, keys, required});
    pag_json_key(&d->json, PAG_STR("properties"));
    pag_json_begin_object(&d->json);
    pag_json_key(&d->json, keys[0]);
    pag_draw_day(d, pag_draw_say(d, "The first day", "Il primo giorno"), year);
    pag_json_key(&d->json, keys[1]);
    pag_draw_day(d, pag_draw_say(d, "The last day", "L'ultimo giorno"), year);
    pag_json_end_object(&d->json);
    pag_json_end_object(&d->json);
}

/* Only the warnings that rules tell have names. */
static void draw_narrowing(pag_drawing *d)
{
    static const pag_str narrowing[] = {{"name", 4}, {"for", 3}};
    pag_str told = pag_code_text(PAG_W0321);
    pag_json_key(&d->json, PAG_STR("dependencies"));
    pag_json_begin_object(&d->json);
    for (size_t i = 0; i < 2; i++) {
        pag_json_key(&d->json, narrowing[i]);
        pag_json_begin_object(&d->json);
        pag_json_key(&d->json, PAG_STR("properties"));
        pag_json_begin_object(&d->json);
        pag_json_key(&d->json, PAG_STR("code"));
        pag_json_begin_object(&d->json);
        pag_draw_words(d, &told, 1);
        pag_draw_complaint(d, told);
        pag_json_end_object(&d->json);
        pag_json_end_object(&d->json);
        pag_json_end_object(&d->json);
    }
    pag_json_end_object(&d->json);
}

static void draw_code(pag_drawing *d)
{
    pag_str kind = pag_draw_say(d, "the code of a warning: W0321", "il codice di un avviso: W0321");
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &(pag_about){.kind = kind});
    pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("string"));
    pag_json_put_string(&d->json, PAG_STR("pattern"), PAG_STR("^W[0-9]{4}$"));
    pag_draw_complaint(d, kind);
    pag_json_end_object(&d->json);
}

static void draw_answer(pag_drawing *d)
{
    static const pag_str keys[] = {{"code", 4}, {"name", 4}, {"for", 3}, {"because", 7}};
    static const bool required[] = {true, false, false, true};
    const pag_str kinds[] = {
        PAG_STR(""),
        pag_draw_say(d, "which warning of the rules, by its name",
                     "quale avviso delle regole, per nome"),
        pag_draw_say(d, "of which entry, by its id", "di quale voce, con il suo identificativo"),
        pag_draw_say(d, "why all is well all the same", "perché va bene comunque")};
    pag_json_begin_object(&d->json);
    pag_draw_keys(d, (pag_keys){4, keys, required});
    draw_narrowing(d);
    pag_json_key(&d->json, PAG_STR("properties"));
    pag_json_begin_object(&d->json);
    for (size_t i = 0; i < 4; i++) {
        pag_json_key(&d->json, keys[i]);
        if (i) {
            pag_draw_text(d, &(pag_about){.kind = kinds[i]});
        } else {
            draw_code(d);
        }
    }
    pag_json_end_object(&d->json);
    pag_json_end_object(&d->json);
}

static void draw_acknowledged(pag_drawing *d)
{
    pag_about about = {
        .title = pag_draw_say(d, "Warnings acknowledged", "Avvisi di cui si prende atto"),
        .kind = pag_draw_say(d, "a list: the code of a warning, and why all is well all the same",
                             "un elenco: il codice di un avviso, e perché va bene comunque")};
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &about);
    pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("array"));
    pag_json_put_whole(&d->json, PAG_STR("minItems"), 1);
    pag_json_key(&d->json, PAG_STR("items"));
    draw_answer(d);
    pag_json_end_object(&d->json);
}

/* One file, or a list of them. */
static void draw_marks(pag_drawing *d)
{
    const pag_about about = {
        .title = pag_draw_say(d, "Rows", "Righe"),
        .kind = pag_draw_say(d, "the CSV files with the rows of lists, beside this file",
                             "i file CSV con le righe degli elenchi, accanto a questo file")};
    pag_json_begin_object(&d->json);
    pag_draw_about(d, &about);
    pag_json_key(&d->json, PAG_STR("anyOf"));
    pag_json_begin_array(&d->json);
    pag_draw_text(d, &(pag_about){.kind = about.kind});
    pag_json_begin_object(&d->json);
    pag_json_put_string(&d->json, PAG_STR("type"), PAG_STR("array"));
    pag_json_put_whole(&d->json, PAG_STR("minItems"), 1);
    pag_json_key(&d->json, PAG_STR("items"));
    pag_draw_text(d, &(pag_about){.kind = about.kind});
    pag_json_end_object(&d->json);
    pag_json_end_array(&d->json);
    pag_json_end_object(&d->json);
}

void pag_draw_head(pag_drawing *d, pag_str key)
{
    pag_json_key(&d->json, key);
    if (pag_str_equal(key, PAG_STR("rules"))) {
        draw_only(d, pag_draw_say(d, "Rules", "Regole"),
                  pag_draw_say(d, "the rules this evaluation is computed by",
                               "le regole con cui questa valutazione si calcola"),
                  pag_pack_name(d->pack));
    } else if (pag_str_equal(key, PAG_STR("plan"))) {
        draw_only(d, pag_draw_say(d, "Plan", "Piano"),
                  pag_draw_say(d, "the plan that the rules are written for",
                               "il piano per cui le regole sono scritte"),
                  pag_pack_plan_name(d->pack));
    } else if (pag_str_equal(key, PAG_STR("period"))) {
        draw_period(d);
    } else if (pag_str_equal(key, PAG_STR("example"))) {
        pag_draw_flag(
            d, &(pag_about){.kind = pag_draw_say(
                                d, "true: the figures are invented, and every output says so",
                                "true: le cifre sono inventate, e ogni stampa lo dice")});
    } else if (pag_str_equal(key, PAG_STR("acknowledged"))) {
        draw_acknowledged(d);
    } else if (pag_str_equal(key, PAG_STR("marks"))) {
        draw_marks(d);
    } else {
        pag_draw_text(d, &(pag_about){.kind = pag_draw_say(d, "a remark for readers",
                                                           "un'osservazione per chi legge")});
    }
}
