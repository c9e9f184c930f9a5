/* The edits that make the text of one year that of another: marks around values, the age in the
 * reasons of those that have one, the year and the title of the pack. */
#include "bind/bind.h"
#include "renew/internal.h"
#include "script/outline.h"

static void edit(pag_renewing *r, uint32_t source, const char *at, pag_str text)
{
    const char *bytes = pag_sources_bytes(pag_pack_sources(r->old), source).at;
    PAG_LIST_ADD(r->arena, &r->edits, (pag_edit){source, (size_t)(at - bytes), 0, text});
}

static pag_str year_text(pag_arena *arena, int64_t year)
{
    pag_text out = {.arena = arena};
    pag_text_whole(&out, year);
    return pag_text_str(&out);
}

/* --- marks --- */

static const pag_str since[2] = {{"since ", 6}, {"dal ", 4}}; /* by pag_lang */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int64_t year_at(pag_str text)
{
    int64_t year = 0;
    enum { DIGITS = 4 };
    if (text.len < DIGITS) return 0;
    for (size_t i = 0; i < DIGITS; i++) {
        if (!is_digit(text.at[i])) return 0;
        year = year * 10 + (text.at[i] - '0');
    }
    return text.len > DIGITS && is_digit(text.at[DIGITS]) ? 0 : year;
}

int64_t pag_mark_since(pag_str why)
{
    for (size_t i = 0; i < 2; i++) {
        if (!pag_str_starts(why, since[i])) continue;
        return year_at((pag_str){why.at + since[i].len, why.len - since[i].len});
    }
    return 0;
}

/* "dal 2024: " */
pag_str pag_mark_age(const pag_renewing *r)
{
    return pag_text_join(r->arena, 3, since[r->out->lang], year_text(r->arena, r->out->old_year),
                         PAG_STR(": "));
}

static pag_str reason(const pag_renewing *r, const pag_written *w)
{
    static const pag_str said[4][2] = {
        {{"carried over, not confirmed yet", 31}, {"riportato, non ancora confermato", 32}},
        {{"row carried over, not confirmed yet", 35},
         {"riga riportata, non ancora confermata", 37}},
        {{"formula carried over, not confirmed yet", 39},
         {"formula riportata, non ancora confermata", 40}},
        {{"rounding carried over, not confirmed yet", 40},
         {"arrotondamento riportato, non ancora confermato", 47}}};
    return said[w->rounding ? 3 : w->formula ? 2 : w->row ? 1 : 0][r->out->lang];
}

static void wrap(pag_renewing *r, const pag_written *w)
{
    pag_str end =
        pag_text_join(r->arena, 4, PAG_STR(", \""), pag_mark_age(r), reason(r, w), PAG_STR("\")"));
    edit(r, w->pos.source, w->text.at, PAG_STR("to_confirm("));
    edit(r, w->pos.source, w->text.at + w->text.len, end);
}

/* A name, or a text in long brackets: it can be joined to a text as it is. */
static bool is_simple(pag_str expression)
{
    if (pag_str_starts(expression, PAG_STR("["))) return true;
    for (size_t i = 0; i < expression.len; i++) {
        char c = expression.at[i];
        bool name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
        if (!name) return false;
    }
    return true;
}

/* Says in the reason how old the value is; one that says it already keeps its age. */
void pag_mark_tell_age(pag_renewing *r, const pag_written *w)
{
    const uint32_t source = w->pos.source;
    if (pag_mark_since(w->doubt->why)) return;
    if (w->why.at[0] == '"' || w->why.at[0] == '\'') {
        edit(r, source, w->why.at + 1, pag_mark_age(r));
        return;
    }
    bool simple = is_simple(w->why);
    pag_str before = simple ? PAG_STR("\" .. ") : PAG_STR("\" .. (");
    edit(r, source, w->why.at, pag_text_join(r->arena, 3, PAG_STR("\""), pag_mark_age(r), before));
    if (!simple) edit(r, source, w->why.at + w->why.len, PAG_STR(")"));
}

void pag_marks_edit(pag_renewing *r, const pag_writtens *values)
{
    for (size_t i = 0; i < values->n; i++) {
        const pag_written *w = &values->at[i];
        if (!w->doubt) {
            wrap(r, w);
            continue;
        }
        bool again = false; /* one reason may be about several values */
        for (size_t k = 0; k < i; k++) again = again || values->at[k].doubt == w->doubt;
        if (!again) pag_mark_tell_age(r, w);
    }
}

/* --- applying them --- */

/* The first of the edits that begins at `from` or later; of several at one place the first made. */
static const pag_edit *next_of(const pag_renewing *r, uint32_t source, const pag_edit *last)
{
    const pag_edit *next = NULL;
    for (size_t i = 0; i < r->edits.n; i++) {
        const pag_edit *e = &r->edits.at[i];
        bool later = !last || e->at > last->at || (e->at == last->at && e > last);
        if (e->source == source && later && (!next || e->at < next->at)) next = e;
    }
    return next;
}

pag_str pag_edits_apply(pag_renewing *r, const pag_sources *sources, uint32_t source)
{
    pag_str bytes = pag_sources_bytes(sources, source);
    pag_text out = {.arena = r->arena};
    size_t done = 0;
    for (const pag_edit *e = NULL; (e = next_of(r, source, e));) {
        pag_text_put(&out, (pag_str){bytes.at + done, e->at - done});
        pag_text_put(&out, e->text);
        done = e->at + e->cut;
    }
    pag_text_put(&out, (pag_str){bytes.at + done, bytes.len - done});
    return pag_text_str(&out);
}
