/* What the margin of the lines says of a brace that is missing or too many: the entries of a table
 * stand further in than the line that opens it, so that one which does not was meant for another.
 * It only says where the brace is, never whether. */
#include "script/parser.h"

pag_layout pag_layout_open(const pag_parser *p)
{
    return (pag_layout){.opener = p->now, .margin = p->margin};
}

/* Whether `now` begins a line, and no further in than `most`. A table whose first entry does so has
 * no margin of its own, and says nothing. */
static bool is_left(const pag_parser *p, const pag_layout *layout, uint32_t most)
{
    return !layout->flat && layout->begun && p->now.line > layout->opener.line &&
           p->now.column == p->margin && p->now.column <= most;
}

/* The first one counts: what it swallows is only its consequence. */
static void suspect(pag_parser *p, const pag_layout *layout)
{
    if (p->swallower.line) return;
    p->swallower = layout->opener;
    p->swallowed = p->now;
}

void pag_layout_entry(pag_parser *p, pag_layout *layout)
{
    if (!layout->begun && p->now.line > layout->opener.line) {
        layout->flat = p->now.column <= layout->margin;
    }
    if (is_left(p, layout, layout->margin)) suspect(p, layout);
    layout->begun = true;
}

/* A `}` below the beginning of the line of its `{` has all that stands between, too far left or
 * not; further left it was meant for another. */
static void judge_end(pag_parser *p, const pag_layout *layout)
{
    if (is_left(p, layout, layout->margin - 1)) {
        suspect(p, layout);
    } else if (is_left(p, layout, layout->margin)) {
        if (p->swallower.offset == layout->opener.offset) p->swallower.line = 0;
    }
}

/* Behind a `}`: a comma, or a line that stands further in than that of the `{`, goes on with what
 * is closed already. One that begins its line is where it belongs. */
static void note_early(pag_parser *p, const pag_layout *layout)
{
    const pag_token *end = &p->before;
    if (p->early.line || p->braces > 0 || p->brackets > 0) return;
    if (end->kind != PAG_T_CLOSE_BRACE || end->line == layout->opener.line) return;
    bool comma = p->now.kind == PAG_T_COMMA && p->now.line == end->line && end->column != p->margin;
    bool entry = p->now.kind == PAG_T_NAME || p->now.kind == PAG_T_OPEN_BRACE;
    bool below = entry && p->now.line > end->line && p->now.column > layout->margin;
    if (comma || below) p->early = *end;
}

bool pag_layout_blames(pag_parser *p)
{
    if (!p->early.line || p->braces > 0 || p->refusals.stopped) return false;
    pag_refuse_also(&p->refusals, PAG_E0492, pag_parser_pos(p, &p->early),
                    pag_parser_pos(p, &p->now), PAG_NOTHING, PAG_NOTHING);
    p->refusals.stopped = true;
    p->now.kind = PAG_T_FINISH;
    return true;
}

void pag_layout_close(pag_parser *p, const pag_layout *layout, bool in_list)
{
    const pag_token_kind found = p->now.kind;
    if (found == PAG_T_CLOSE_BRACE) judge_end(p, layout);
    bool entry = found == PAG_T_NAME || found == PAG_T_OPEN_BRACE;
    if (entry && is_left(p, layout, layout->margin)) suspect(p, layout);
    bool closes = found == PAG_T_CLOSE_BRACE || found == PAG_T_CLOSE;
    if (closes || p->refusals.stopped || !p->swallower.line) {
        pag_parser_close(p, PAG_T_CLOSE_BRACE, &layout->opener, in_list);
        note_early(p, layout);
        return;
    }
    if (pag_parser_stop_comment(p)) return;
    pag_refuse_also(&p->refusals, PAG_E0336, pag_parser_pos(p, &p->swallowed),
                    pag_parser_pos(p, &p->swallower), PAG_NOTHING, PAG_NOTHING);
    p->refusals.stopped = true;
    p->now.kind = PAG_T_FINISH;
}
