/* Lines as the writer for people puts them: in its language, safe to show, within the width. */
#include "diff/writing.h"

#define DIM "\x1b[2m"
#define BOLD "\x1b[1m"
#define PLAIN "\x1b[0m"

pag_str pag_diff_say(const pag_diff_writing *w, const char *english, const char *italian)
{
    return pag_str_from(w->style->lang == PAG_IT ? italian : english);
}

void pag_diff_put(const pag_diff_writing *w, pag_str text)
{
    pag_text_put(w->out, text);
}

/* Texts of rules and files, made safe to show. */
static void put_safe(const pag_diff_writing *w, pag_str text)
{
    pag_text_put_visible(w->out, text, 0);
}

static void put_blanks(const pag_diff_writing *w, size_t n)
{
    while (n-- > 0) pag_text_byte(w->out, ' ');
}

/* --- texts --- */

/* The lines of a text, the first at the indent and the others further in. */
static void put_wrapped(const pag_diff_writing *w, pag_diff_indent at, pag_str text,
                        const char *color)
{
    enum { NARROWEST = 24 };
    pag_str *lines;
    pag_text safe = {.arena = w->arena};
    pag_text_put_visible(&safe, text, 0);
    text = pag_text_str(&safe);
    size_t width = w->style->width > at.first + NARROWEST ? w->style->width - at.first : NARROWEST;
    bool one = pag_text_width(text) <= width;
    width = one || width <= at.further + NARROWEST ? width : width - at.further;
    size_t n = pag_text_wrap(w->arena, text, width, false, &lines);
    for (size_t i = 0; i < n; i++) {
        put_blanks(w, at.first + (i ? at.further : 0));
        if (w->style->color && color) pag_diff_put(w, pag_str_from(color));
        pag_diff_put(w, lines[i]);
        if (w->style->color && color) pag_diff_put(w, PAG_STR(PLAIN));
        pag_text_byte(w->out, '\n');
    }
}

void pag_diff_put_text(const pag_diff_writing *w, size_t indent, pag_str text)
{
    put_wrapped(w, (pag_diff_indent){indent, 2}, text, NULL);
}

void pag_diff_put_place(const pag_diff_writing *w, size_t indent, pag_str text)
{
    put_wrapped(w, (pag_diff_indent){indent, 2}, text, DIM);
}

void pag_diff_put_heading(const pag_diff_writing *w, pag_str text)
{
    put_wrapped(w, (pag_diff_indent){0, 3}, text, BOLD);
}

/* A command is never broken: it is there to be taken as it is. */
void pag_diff_put_command(const pag_diff_writing *w, pag_str question, pag_str command)
{
    bool beside = pag_text_width(question) + 2 + pag_text_width(command) <= w->style->width;
    pag_text_byte(w->out, '\n');
    pag_diff_put(w, question);
    pag_diff_put(w, beside ? PAG_STR("  ") : PAG_STR("\n  "));
    put_safe(w, command);
    pag_text_byte(w->out, '\n');
}

/* --- lines of numbers --- */

static size_t widest(const pag_diff_line *lines, size_t n, size_t column)
{
    size_t most = 0;
    for (size_t i = 0; i < n; i++) {
        size_t width =
            column ? pag_text_width(lines[i].numbers[column - 1]) : pag_text_width(lines[i].label);
        if (column <= lines[i].n && width > most) most = width;
    }
    return most;
}

static void put_numbers(const pag_diff_writing *w, const pag_diff_line *line, const size_t *widths)
{
    for (size_t c = 0; c < line->n; c++) {
        put_blanks(w, 2 + widths[c + 1] - pag_text_width(line->numbers[c]));
        pag_diff_put(w, line->numbers[c]);
    }
    pag_text_byte(w->out, '\n');
}

void pag_diff_put_lines(const pag_diff_writing *w, const pag_diff_line *lines, size_t n)
{
    size_t widths[4], all = 2;
    for (size_t c = 0; c < 4; c++) {
        widths[c] = widest(lines, n, c);
        all += widths[c] + (c && widths[c] ? 2 : 0);
    }
    bool beside = all <= w->style->width;
    for (size_t i = 0; i < n; i++) {
        if (beside) {
            put_blanks(w, 2);
            pag_diff_put(w, lines[i].label);
            put_blanks(w, widths[0] - pag_text_width(lines[i].label));
        } else {
            put_wrapped(w, (pag_diff_indent){2, 2}, lines[i].label, NULL);
            put_blanks(w, 2);
        }
        put_numbers(w, &lines[i], widths);
    }
}
