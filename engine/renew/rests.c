/* Whether a formula rests on values of the year that no declaration holds: numbers and words that
 * are written in it, or in what it names in the files of its own pack, through any number of names.
 * The rows of tables and the values of cells have marks of their own, and libraries, which are not
 * copied, are looked at as libraries.
 *
 * A word counts where something is compared with it. Not where that is a cell that the rules fix,
 * whose value has a mark, or one that the plan says: such words only tell cases apart. */
#include "bind/bind.h"
#include "renew/internal.h"
#include "script/outline.h"

/* Texts of the pack's files that are looked at, each once. */
typedef struct resting {
    pag_renewing *r;
    pag_pack *pack;
    PAG_LIST(pag_str) texts;
    PAG_LIST(uint32_t) sources;
} resting;

static bool is_within(pag_str piece, pag_str text)
{
    return piece.at >= text.at && piece.at < text.at + text.len;
}

/* --- words --- */

static bool is_quoted(pag_str argument)
{
    return argument.len && (*argument.at == '"' || *argument.at == '\'' || *argument.at == '[');
}

/* "m.area.kind" → "kind" */
static pag_str last_name(pag_str argument)
{
    size_t from = argument.len;
    while (from > 0 && argument.at[from - 1] != '.') from--;
    return (pag_str){argument.at + from, argument.len - from};
}

/* Which cells of that name there are: those whose words only tell cases apart, and the others. */
static void count_cells(const pag_group *group, pag_str name, size_t *apart, size_t *others)
{
    for (size_t i = 0; i < group->n_cells; i++) {
        const pag_cell *cell = &group->cells[i];
        if (cell->list) count_cells(cell->list, name, apart, others);
        if (!pag_str_equal(cell->name, name)) continue;
        bool settled = cell->origin == PAG_FIXED || cell->origin == PAG_PLANNED;
        ++*(settled ? apart : others);
    }
}

static bool tells_apart(const resting *w, pag_str compared)
{
    size_t apart = 0, others = 0;
    for (size_t i = 0; i < pag_pack_subjects(w->pack); i++) {
        count_cells(pag_pack_subject(w->pack, i), last_name(compared), &apart, &others);
    }
    return apart && !others;
}

static bool names_words(const pag_outline_entry *entries, size_t n, pag_str name)
{
    for (size_t i = 0; i < n; i++) {
        const pag_outline_entry *e = &entries[i];
        if (!pag_str_equal(e->key, name)) continue;
        if (pag_str_find(e->text, '"') < e->text.len || pag_str_find(e->text, '\'') < e->text.len) {
            return true;
        }
    }
    return false;
}

/* A word itself, or a name of the pack's files for one:  grave ,  grave[1] */
static bool is_word(const resting *w, const pag_outline *outline, pag_str argument)
{
    if (is_quoted(argument)) return true;
    const pag_str name = {argument.at, pag_str_find(argument, '[')};
    bool found = names_words(outline->locals, outline->n_locals, name);
    const pag_sources *sources = pag_pack_sources(w->pack);
    for (uint32_t source = 1; !found && source <= pag_sources_count(sources); source++) {
        pag_str file;
        const pag_outline *other = pag_place_outline(w->pack, source);
        if (!other || !pag_pack_owns(w->pack, source, &file)) continue;
        found = names_words(other->defines, other->n_defines, name);
    }
    return found;
}

/* above(p.sanction, "verbal"), is(p.kind, "reduced") */
static bool compares_word(const resting *w, const pag_outline *outline,
                          const pag_outline_site *site)
{
    bool compares =
        pag_str_equal(site->word, PAG_STR("is")) || pag_str_equal(site->word, PAG_STR("above"));
    if (!compares || site->n != 2) return false;
    bool first = is_word(w, outline, site->arguments[0]);
    bool second = is_word(w, outline, site->arguments[1]);
    return first != second && !tells_apart(w, site->arguments[first ? 1 : 0]);
}

static bool has_word(const resting *w, const pag_outline *outline, pag_str text)
{
    for (size_t i = 0; i < outline->n_sites; i++) {
        const pag_outline_site *site = &outline->sites[i];
        if (site->n && is_within(site->arguments[0], text) && compares_word(w, outline, site))
            return true;
    }
    return false;
}

/* --- names --- */

static void look_later(resting *w, uint32_t source, pag_str text)
{
    for (size_t i = 0; i < w->texts.n; i++) {
        if (w->texts.at[i].at == text.at) return;
    }
    PAG_LIST_ADD(w->r->arena, &w->texts, text);
    PAG_LIST_ADD(w->r->arena, &w->sources, source);
}

/* A table is no value by itself: its rows are. */
static bool is_table(pag_str text)
{
    static const pag_str words[] = {{"bands", 5}, {"keyed", 5}, {"dated", 5}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t len = words[i].len;
        if (!pag_str_starts(text, words[i]) || text.len == len) continue;
        const char next = text.at[len]; /* the name of the table, or no word at all */
        if (next == ' ' || next == '"' || next == '\'' || next == '(' || next == '[') return true;
    }
    return false;
}

static void follow(resting *w, uint32_t source, const pag_outline_entry *entries, size_t n,
                   pag_str name)
{
    for (size_t i = 0; i < n; i++) {
        bool named = pag_str_equal(entries[i].key, name) && entries[i].text.len;
        if (named && !is_table(entries[i].text)) look_later(w, source, entries[i].text);
    }
}

/* What another file of the pack calls so: pack.lua, whose names all of them see. */
static void follow_elsewhere(resting *w, pag_str name)
{
    const pag_sources *sources = pag_pack_sources(w->pack);
    for (uint32_t source = 1; source <= pag_sources_count(sources); source++) {
        pag_str file;
        const pag_outline *outline = pag_place_outline(w->pack, source);
        if (!outline || !pag_pack_owns(w->pack, source, &file)) continue;
        follow(w, source, outline->defines, outline->n_defines, name);
    }
}

static void follow_names(resting *w, const pag_outline *outline, pag_str text)
{
    for (size_t i = 0; i < outline->n_mentions; i++) {
        const pag_outline_mention *mention = &outline->mentions[i];
        if (!is_within(mention->name, text)) continue;
        if (mention->local) {
            follow(w, outline->source, outline->locals, outline->n_locals, mention->name);
        } else {
            follow_elsewhere(w, mention->name);
        }
    }
}

bool pag_rests_on_values(pag_renewing *r, pag_pack *pack, uint32_t source, pag_str text)
{
    resting w = {.r = r, .pack = pack};
    look_later(&w, source, text);
    for (size_t i = 0; i < w.texts.n; i++) {
        const pag_outline *outline = pag_place_outline(pack, w.sources.at[i]);
        pag_str each = w.texts.at[i];
        if (!outline) continue;
        if (pag_numbers_within(r, each) || has_word(&w, outline, each)) return true;
        follow_names(&w, outline, each);
    }
    return false;
}
