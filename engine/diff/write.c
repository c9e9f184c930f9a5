/* The edits as people read them: what was and what is, where, and for which scores it matters. */
#include "diff/writing.h"

/* --- what was, and what is --- */

static bool is_one_line(pag_str text)
{
    return pag_str_find(text, '\n') == text.len;
}

typedef struct line_list {
    size_t n, room;
    pag_str *at;
} line_list;

static line_list lines_of(const pag_diff_writing *w, pag_str text)
{
    line_list lines = {0};
    while (text.len) {
        size_t end = pag_str_find(text, '\n');
        pag_str line = {text.at, end};
        while (line.len && (*line.at == ' ' || *line.at == '\t'))
            line = (pag_str){line.at + 1, line.len - 1};
        while (line.len && (line.at[line.len - 1] == '\r' || line.at[line.len - 1] == ' '))
            line.len--;
        PAG_LIST_ADD(w->arena, &lines, line);
        size_t past = end < text.len ? end + 1 : end;
        text = (pag_str){text.at + past, text.len - past};
    }
    return lines;
}

/* A text of one line without the blanks that put it in columns. */
static pag_str squeezed(const pag_diff_writing *w, pag_str text)
{
    pag_text out = {.arena = w->arena};
    bool quoted = false;
    for (size_t i = 0; i < text.len; i++) {
        bool blank = text.at[i] == ' ' && !quoted;
        if (text.at[i] == '"') quoted = !quoted;
        if (!blank || i == 0 || text.at[i - 1] != ' ') pag_text_byte(&out, text.at[i]);
    }
    return pag_text_str(&out);
}

static void put_lines(const pag_diff_writing *w, const line_list *lines, size_t from, size_t to,
                      const char *sign)
{
    for (size_t i = from; i < to; i++) {
        pag_str line = squeezed(w, lines->at[i]);
        pag_diff_put_text(w, PAG_DIFF_INDENT, pag_text_join(w->arena, 2, pag_str_from(sign), line));
    }
}

/* The lines that are not the same, without those before and behind that are. Returns how many are
 * the same before. */
static size_t put_changed_lines(const pag_diff_writing *w, const pag_edit_piece *piece)
{
    line_list a = lines_of(w, piece->texts[0]), b = lines_of(w, piece->texts[1]);
    size_t from = 0, tail = 0;
    while (from < a.n && from < b.n && pag_str_equal(a.at[from], b.at[from])) from++;
    while (tail + from < a.n && tail + from < b.n &&
           pag_str_equal(a.at[a.n - 1 - tail], b.at[b.n - 1 - tail])) {
        tail++;
    }
    put_lines(w, &a, from, a.n - tail, "- ");
    put_lines(w, &b, from, b.n - tail, "+ ");
    return from;
}

static void put_place(const pag_diff_writing *w, const pag_edit_piece *piece, int side,
                      size_t further)
{
    const pag_sources *sources = pag_pack_sources(w->diff->order.packs[side]);
    pag_str path = pag_sources_path(sources, piece->pos[side].source);
    pag_text text = {.arena = w->arena};
    pag_text_put(&text, path);
    pag_text_byte(&text, ':');
    pag_text_whole(&text, (int64_t)(piece->pos[side].line + further));
    pag_diff_put_place(w, PAG_DIFF_INDENT, pag_text_str(&text));
}

static void put_whole_file(const pag_diff_writing *w, const pag_edit_piece *piece)
{
    pag_diff_put_text(w, PAG_DIFF_INDENT,
                      !piece->there[0] ? pag_diff_say(w, "added as a whole", "aggiunto per intero")
                      : !piece->there[1] ? pag_diff_say(w, "removed as a whole", "tolto per intero")
                                         : pag_diff_say(w, "another file", "un altro file"));
    for (int side = 0; side < 2; side++) {
        if (piece->there[side]) put_place(w, piece, side, 0);
    }
}

static void put_renamed(const pag_diff_writing *w, const pag_edit *edit)
{
    pag_diff_put_text(
        w, PAG_DIFF_INDENT,
        pag_text_join(w->arena, 2, pag_diff_say(w, "renamed: ", "rinominata: "), edit->renamed));
    for (int side = 0; side < 2; side++) put_place(w, edit->pieces, side, 0);
}

static void put_piece(const pag_diff_writing *w, const pag_edit_piece *piece)
{
    bool both = piece->there[0] && piece->there[1];
    size_t further = 0, most = w->style->width;
    size_t width = pag_text_width(piece->texts[0]) + pag_text_width(piece->texts[1]) + 6;
    if (piece->whole) {
        put_whole_file(w, piece);
        return;
    }
    if (both && is_one_line(piece->texts[0]) && is_one_line(piece->texts[1]) && width <= most) {
        pag_diff_put_text(w, PAG_DIFF_INDENT,
                          pag_text_join(w->arena, 3, squeezed(w, piece->texts[0]), PAG_STR(" → "),
                                        squeezed(w, piece->texts[1])));
    } else {
        further = put_changed_lines(w, piece);
    }
    for (int side = 0; side < 2; side++) {
        if (piece->there[side]) put_place(w, piece, side, both ? further : 0);
    }
}

/* --- edits --- */

/* One by one, with its number. */
static bool is_shown(const pag_diff_writing *w, const pag_edit *edit)
{
    return edit->effect != PAG_DIFF_WORDS || w->style->verbose;
}

static void put_edit(const pag_diff_writing *w, size_t number)
{
    const pag_edit *edit = &w->diff->edits[number];
    pag_text head = {.arena = w->arena};
    pag_text_whole(&head, (int64_t)number + 1);
    pag_text_put(&head, PAG_STR("  "));
    pag_text_put(&head, edit->name);
    pag_diff_put_heading(w, pag_text_str(&head));
    if (edit->title.len) pag_diff_put_text(w, PAG_DIFF_INDENT, edit->title);
    if (edit->effect == PAG_DIFF_RENAMED) put_renamed(w, edit);
    for (size_t i = 0; i < edit->n && edit->effect != PAG_DIFF_RENAMED; i++) {
        put_piece(w, &edit->pieces[i]);
    }
    pag_diff_put_effect(w, edit);
    pag_diff_put(w, PAG_STR("\n"));
}

static size_t put_edits(const pag_diff_writing *w)
{
    size_t hidden = 0;
    for (size_t i = 0; i < w->diff->n_edits; i++) {
        if (is_shown(w, &w->diff->edits[i])) {
            put_edit(w, i);
        } else {
            hidden++;
        }
    }
    return hidden;
}

static void put_hidden(const pag_diff_writing *w, size_t n)
{
    pag_text text = {.arena = w->arena};
    if (!n) return;
    pag_text_whole(&text, (int64_t)n);
    pag_text_put(&text, n == 1 ? pag_diff_say(w, " edit is", " modifica è")
                               : pag_diff_say(w, " edits are", " modifiche sono"));
    pag_text_put(&text, pag_diff_say(w,
                                     " of titles, sources or notes: nothing is computed with them"
                                     " (--verbose shows them)",
                                     " di titoli, fonti o note: non ci si calcola niente"
                                     " (--dettagli le mostra)"));
    pag_diff_put_text(w, 0, pag_text_str(&text));
    pag_diff_put(w, PAG_STR("\n"));
}

/* --- the last lines --- */

static size_t count(const pag_diff *diff, pag_diff_effect effect)
{
    size_t n = 0;
    for (size_t i = 0; i < diff->n_edits; i++) n += diff->edits[i].effect == effect;
    return n;
}

static bool is_idle(const pag_edit *edit)
{
    return edit->effect == PAG_DIFF_NONE || edit->effect == PAG_DIFF_WORDS ||
           edit->effect == PAG_DIFF_YEAR || (edit->effect == PAG_DIFF_RENAMED && !edit->given);
}

static void put_sum(const pag_diff_writing *w)
{
    const pag_diff *diff = w->diff;
    pag_text text = {.arena = w->arena};
    size_t marks = count(diff, PAG_DIFF_MARKS), idle = 0;
    for (size_t i = 0; i < diff->n_edits; i++) idle += is_idle(&diff->edits[i]);
    pag_text_put(&text, pag_pack_name(diff->order.packs[0]));
    pag_text_put(&text, PAG_STR(" → "));
    pag_text_put(&text, pag_pack_name(diff->order.packs[1]));
    pag_text_put(&text, PAG_STR(": "));
    if (diff->same) {
        pag_text_put(&text, pag_diff_say(w, "no difference", "nessuna differenza"));
    } else {
        pag_text_whole(&text, (int64_t)diff->n_edits);
        pag_text_put(&text, diff->n_edits == 1 ? pag_diff_say(w, " edit", " modifica")
                                               : pag_diff_say(w, " edits", " modifiche"));
    }
    if (marks) {
        pag_text_put(&text, PAG_STR(", "));
        pag_text_whole(&text, (int64_t)marks);
        pag_text_put(&text, pag_diff_say(w, " of marks to be confirmed alone",
                                         " soltanto di segni da confermare"));
    }
    if (idle) {
        pag_text_put(&text, PAG_STR(", "));
        pag_text_whole(&text, (int64_t)idle);
        pag_text_put(&text,
                     pag_diff_say(w, " without effect by themselves", " senza effetto da sole"));
    }
    pag_diff_put_text(w, 0, pag_text_str(&text));
}

/* Where nobody has asked yet what it costs. */
static void put_next(const pag_diff_writing *w)
{
    pag_str program = w->style->program.len ? w->style->program : PAG_STR("pagella");
    if (w->diff->same || w->diff->n_files || w->style->quiet) return;
    pag_str command = pag_text_join(w->arena, 6, program, pag_diff_say(w, " diff ", " confronta "),
                                    pag_pack_name(w->diff->order.packs[0]), PAG_STR(" "),
                                    pag_pack_name(w->diff->order.packs[1]),
                                    pag_diff_say(w, " --on FILE…", " --su FILE…"));
    pag_diff_put_command(w, pag_diff_say(w, "Who gets more or less?", "Chi ha di più o di meno?"),
                         command);
}

void pag_diff_write(const pag_diff *diff, const pag_diff_style *style, pag_arena *scratch,
                    pag_sink *sink)
{
    pag_text out = {.arena = scratch};
    const pag_diff_writing w = {diff, style, scratch, &out};
    put_hidden(&w, put_edits(&w));
    put_sum(&w);
    if (diff->costed) pag_diff_put_cost(&w);
    put_next(&w);
    pag_sink_put(sink, pag_text_str(&out));
}
