/* Which pieces of a rule file name what, and names put in place of others. */
#include "diff/rename.h"

#include "base/list.h"

/* --- what names what --- */

static bool is_table_word(const pag_piece *piece)
{
    static const char *const words[] = {"bands", "keyed", "dated"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (pag_str_equal(piece->text, pag_str_from(words[i]))) return true;
    }
    return false;
}

static bool is_kind(const pag_piece *pieces, size_t n, size_t at, pag_token_kind kind)
{
    return at < n && pieces[at].kind == kind;
}

/* `innermost` is what was opened last and is not closed. */
static pag_naming naming_of(const pag_piece *pieces, size_t n, size_t at, pag_token_kind innermost)
{
    const pag_token_kind before = at ? pieces[at - 1].kind : PAG_T_FINISH;
    bool begins = before == PAG_T_OPEN_BRACE || before == PAG_T_COMMA || before == PAG_T_SEMICOLON;
    if (pieces[at].kind == PAG_T_STRING) {
        bool said = before == PAG_T_NAME && is_table_word(&pieces[at - 1]);
        return said ? PAG_NAMES_SAID : PAG_NAMES_TEXT;
    }
    if (pieces[at].kind != PAG_T_NAME) return PAG_NAMES_NOTHING;
    if (before == PAG_T_DOT || before == PAG_T_COLON) return PAG_NAMES_CELL;
    bool key = begins && innermost == PAG_T_OPEN_BRACE && is_kind(pieces, n, at + 1, PAG_T_ASSIGN);
    return key ? PAG_NAMES_KEY : PAG_NAMES_LOCAL;
}

const pag_naming *pag_pieces_naming(pag_arena *arena, const pag_piece *pieces, size_t n)
{
    pag_naming *naming = PAG_NEW_ARRAY(arena, pag_naming, n + 1);
    PAG_LIST(pag_token_kind) open = {0};
    for (size_t i = 0; i < n; i++) {
        int step = pag_token_step(pieces[i].kind);
        naming[i] = naming_of(pieces, n, i, open.n ? open.at[open.n - 1] : PAG_T_FINISH);
        if (step > 0) PAG_LIST_ADD(arena, &open, pieces[i].kind);
        if (step < 0 && open.n) open.n--;
    }
    return naming;
}

/* --- names in texts --- */

/* "office.pay" */
static bool is_path(pag_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!pag_is_name_byte(text.at[i]) && text.at[i] != '.') return false;
    }
    return text.len > 0;
}

/* Cuts off the text up to the next name that stands for a cell: any of a path, else one in braces.
 */
static bool next_cell(pag_str *text, bool path, pag_str *name)
{
    pag_str before;
    size_t at = 0;
    if (!path) return pag_str_next_braces(text, &before, name);
    *name = pag_str_next_name(*text, &at);
    *text = (pag_str){text->at + at, text->len - at};
    return name->len > 0;
}

static pag_str put_names(pag_arena *arena, pag_str text, const pag_renames *renames)
{
    pag_text out = {.arena = arena};
    bool path = is_path(pag_branch_unquoted(text)), any = false;
    size_t done = 0;
    pag_str rest = text, name;
    while (next_cell(&rest, path, &name)) {
        size_t begin = (size_t)(name.at - text.at);
        for (size_t i = 0; i < renames->n; i++) {
            const pag_rename *r = &renames->at[i];
            if (!r->cell || !pag_str_equal(r->to, name)) continue;
            pag_text_put(&out, (pag_str){text.at + done, begin - done});
            pag_text_put(&out, r->from);
            done = begin + name.len;
            any = true;
            break;
        }
    }
    if (!any) return text;
    pag_text_put(&out, (pag_str){text.at + done, text.len - done});
    return pag_text_str(&out);
}

bool pag_piece_has(const pag_piece *piece, pag_naming naming, const pag_rename *rename,
                   pag_str name)
{
    pag_str text = piece->text, found;
    switch (naming) {
    case PAG_NAMES_NOTHING: return false;
    case PAG_NAMES_LOCAL: return !rename->cell && !rename->said && pag_str_equal(piece->text, name);
    case PAG_NAMES_CELL:
    case PAG_NAMES_KEY: return rename->cell && pag_str_equal(piece->text, name);
    case PAG_NAMES_SAID:
        return rename->said && pag_str_equal(pag_branch_unquoted(piece->text), name);
    case PAG_NAMES_TEXT: break;
    }
    bool path = is_path(pag_branch_unquoted(piece->text));
    while (rename->cell && next_cell(&text, path, &found)) {
        if (pag_str_equal(found, name)) return true;
    }
    return false;
}

/* --- taking names back --- */

static pag_str taken_back(pag_arena *arena, const pag_renames *renames, const pag_piece *piece,
                          pag_naming naming)
{
    if (naming == PAG_NAMES_TEXT) return put_names(arena, piece->text, renames);
    for (size_t i = 0; i < renames->n; i++) {
        const pag_rename *r = &renames->at[i];
        if (!pag_piece_has(piece, naming, r, r->to)) continue;
        if (naming != PAG_NAMES_SAID) return r->from;
        return pag_text_join(arena, 3, PAG_STR("\""), r->from, PAG_STR("\""));
    }
    return piece->text;
}

void pag_renames_undo(pag_arena *arena, const pag_renames *renames, pag_piece *pieces, size_t n)
{
    const pag_naming *naming = pag_pieces_naming(arena, pieces, n);
    for (size_t i = 0; i < n; i++) {
        if (naming[i] == PAG_NAMES_NOTHING) continue;
        pieces[i].text = taken_back(arena, renames, &pieces[i], naming[i]);
    }
}
