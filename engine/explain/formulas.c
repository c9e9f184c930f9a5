/* What both formulas begin with, and what both end with, is left out, line by line. Lines that hold
 * nothing but a remark count for nothing. */
#include "explain/formulas.h"

#include "base/list.h"
#include "base/text.h"

typedef struct line {
    pag_str text;
    uint32_t number; /* from 0 */
} line;
typedef PAG_LIST(line) lines;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static pag_str trimmed(pag_str text)
{
    while (text.len && is_blank(text.at[text.len - 1])) text.len--;
    while (text.len && is_blank(*text.at)) {
        text.at++;
        text.len--;
    }
    return text;
}

static lines lines_of(pag_arena *arena, pag_str text)
{
    lines all = {0};
    for (uint32_t number = 0; text.len; number++) {
        size_t end = pag_str_find(text, '\n');
        pag_str one = trimmed((pag_str){text.at, end});
        bool says = one.len && !pag_str_starts(one, PAG_STR("--"));
        if (says) PAG_LIST_ADD(arena, &all, (line){one, number});
        size_t taken = end < text.len ? end + 1 : end;
        text.at += taken;
        text.len -= taken;
    }
    return all;
}

static pag_formula_lines cut(pag_arena *arena, const pag_formula *formula, const lines *all,
                             size_t from, size_t end)
{
    pag_text text = {.arena = arena};
    for (size_t i = from; i < end; i++) {
        if (text.len) pag_text_byte(&text, ' ');
        pag_text_put(&text, all->at[i].text);
    }
    uint32_t below = from < end ? all->at[from].number : 0;
    pag_pos pos = {.source = formula->pos.source, .line = formula->pos.line + below};
    return (pag_formula_lines){pag_text_str(&text), pos};
}

void pag_formulas_apart(pag_arena *arena, const pag_formula *a, const pag_formula *b,
                        pag_formula_lines out[2])
{
    const lines x = lines_of(arena, a->text), y = lines_of(arena, b->text);
    size_t first = 0, last = 0, least = x.n < y.n ? x.n : y.n;
    while (first < least && pag_str_equal(x.at[first].text, y.at[first].text)) first++;
    while (last < least - first &&
           pag_str_equal(x.at[x.n - 1 - last].text, y.at[y.n - 1 - last].text)) {
        last++;
    }
    out[0] = cut(arena, a, &x, first, x.n - last);
    out[1] = cut(arena, b, &y, first, y.n - last);
}
