/* What formulas reach, for whoever watches: instructions tell it themselves (see script/outline.h).
 * And what of libraries belongs to a pack: the definitions that its own files mention, and those
 * that these mention in turn. Both are asked about as text: a definition is a stretch of its file,
 * and what stands in it belongs to it. */
#include "bind/internal.h"

#include "base/list.h"

void pag_bind_watch(pag_bind *bind, const pag_watch *watch)
{
    bind->watch = watch;
    bind->script->also = watch ? watch->arena : NULL;
}

static int word_at(lua_State *L)
{
    const pag_watch *watch = pag_bind_of(L)->watch;
    if (watch && watch->reached) watch->reached(watch->ud, (uint32_t)lua_tointeger(L, 1));
    return 0;
}

void pag_watch_open(lua_State *L, int words)
{
    lua_pushcfunction(L, word_at);
    lua_setfield(L, words, "__at");
}

void pag_watch_looked(const pag_bind *bind, const pag_step *step, bool found)
{
    const pag_watch *watch = bind->watch;
    if (watch && watch->looked) watch->looked(watch->ud, step, found);
}

/* --- what is used --- */

/* The definitions of libraries that are, and the libraries of which anything is. */
struct pag_used {
    pag_str *todo; /* stretches whose mentions are still to be followed */
    size_t n, room;
    bool **defines; /* by outline, by definition */
    bool *libraries;
};

static bool is_within(pag_str around, const char *at)
{
    return at >= around.at && at < around.at + around.len;
}

/* The definition that `at` stands in; NULL: it stands between them. */
static const pag_outline_entry *define_around(const pag_outline *outline, const char *at)
{
    for (size_t i = 0; i < outline->n_defines; i++) {
        if (is_within(outline->defines[i].text, at)) return &outline->defines[i];
    }
    return NULL;
}

static void follow_later(pag_bind *bind, pag_str stretch)
{
    struct pag_used *used = bind->used;
    used->todo = pag_list_grown(bind->arena, used->todo, used->n, &used->room, sizeof *used->todo);
    used->todo[used->n++] = stretch;
}

/* The whole file: what stands between the definitions of a library comes with any of them. */
static pag_str bytes_of(const pag_bind *bind, const pag_outline *outline)
{
    return pag_sources_bytes(pag_diagnostics_sources(bind->diags), outline->source);
}

/* Two files may define one name and be used by different ones; both count then. */
static void use_name(pag_bind *bind, pag_str name)
{
    struct pag_used *used = bind->used;
    for (size_t o = 0; o < bind->n_outlines; o++) {
        const pag_outline *outline = bind->outlines[o];
        for (size_t i = 0; bind->of_library[o] && i < outline->n_defines; i++) {
            if (used->defines[o][i] || !pag_str_equal(outline->defines[i].key, name)) continue;
            used->defines[o][i] = true;
            follow_later(bind, outline->defines[i].text);
            used->libraries[o] = true;
        }
    }
}

/* What is mentioned in the stretch of the outline; with `between`, what no definition holds. */
static void follow(pag_bind *bind, const pag_outline *outline, pag_str stretch, bool between)
{
    for (size_t i = 0; i < outline->n_mentions; i++) {
        pag_str name = outline->mentions[i].name;
        if (outline->mentions[i].local || !is_within(stretch, name.at)) continue;
        if (between && define_around(outline, name.at)) continue;
        use_name(bind, name);
    }
}

static void find_used(pag_bind *bind)
{
    struct pag_used *used = bind->used = PAG_NEW(bind->arena, struct pag_used);
    used->defines = PAG_NEW_ARRAY(bind->arena, bool *, bind->n_outlines);
    used->libraries = PAG_NEW_ARRAY(bind->arena, bool, bind->n_outlines);
    for (size_t o = 0; o < bind->n_outlines; o++) {
        used->defines[o] = PAG_NEW_ARRAY(bind->arena, bool, bind->outlines[o]->n_defines + 1);
    }
    for (size_t o = 0; o < bind->n_outlines; o++) {
        pag_str whole = bytes_of(bind, bind->outlines[o]);
        follow(bind, bind->outlines[o], whole, bind->of_library[o]);
    }
    while (used->n) {
        pag_str stretch = used->todo[--used->n];
        for (size_t o = 0; o < bind->n_outlines; o++) {
            follow(bind, bind->outlines[o], stretch, false);
        }
    }
}

/* What no definition holds runs or is declared with the library, so it is used when any is. */
static bool is_used(const pag_bind *bind, size_t o, const char *at)
{
    const pag_outline *outline = bind->outlines[o];
    if (!bind->of_library[o]) return true;
    const pag_outline_entry *define = define_around(outline, at);
    return define ? bind->used->defines[o][define - outline->defines] : bind->used->libraries[o];
}

bool pag_bind_mark(pag_bind *bind, uint32_t mark, pag_mark_place *out)
{
    if (!bind->used) find_used(bind);
    for (size_t o = 0; o < bind->n_outlines; o++) {
        uint32_t first = bind->first_mark[o];
        if (mark < first || mark - first >= bind->outlines[o]->n_marks) continue;
        const pag_outline_mark *m = &bind->outlines[o]->marks[mark - first];
        *out = (pag_mark_place){m->pos, is_used(bind, o, m->text.at)};
        return true;
    }
    return false;
}

/* Where in the source the column of the line is. */
static const char *column_at(pag_str line, uint32_t column)
{
    size_t at = 0;
    while (column-- > 1 && at < line.len) {
        size_t len = pag_utf8_length(line.at + at, line.len - at);
        at += len ? len : 1;
    }
    return line.at + at;
}

static bool table_is_used(const pag_bind *bind, const pag_bands *table)
{
    for (size_t o = 0; o < bind->n_outlines; o++) {
        if (bind->outlines[o]->source != table->pos.source) continue;
        pag_str line = pag_sources_line(pag_diagnostics_sources(bind->diags), table->pos.source,
                                        table->pos.line);
        return is_used(bind, o, column_at(line, table->pos.column));
    }
    return true;
}

const pag_bands *pag_bind_used_table(pag_bind *bind, size_t i)
{
    if (!bind->used) find_used(bind);
    for (size_t t = 0; t < bind->n_bands; t++) {
        if (table_is_used(bind, bind->bands[t]) && i-- == 0) return bind->bands[t];
    }
    return NULL;
}
