/* Lines that are wider than the page, broken at blanks. What follows hangs below the last column of
 * the line, where that leaves room for it. */
#include "cli/cli.h"

static void put_blanks(pag_text *out, size_t n)
{
    while (n-- > 0) pag_text_byte(out, ' ');
}

static size_t leading(pag_str line)
{
    size_t n = 0;
    while (n < line.len && line.at[n] == ' ') n++;
    return n;
}

/* The bytes before the last column: what comes after two blanks or more. */
static size_t before_last_column(pag_str line)
{
    size_t from = leading(line), found = from;
    for (size_t i = from + 1; i < line.len; i++) {
        bool begins = line.at[i] != ' ' && line.at[i - 1] == ' ' && line.at[i - 2] == ' ';
        if (i > from + 1 && begins) found = i;
    }
    return found;
}

static void put_folded(pag_arena *arena, pag_text *out, pag_str line, size_t page)
{
    enum { STEP = 4 };
    pag_str *parts;
    size_t at = before_last_column(line), own = leading(line);
    size_t hang = pag_text_width((pag_str){line.at, at});
    if (hang > page / 2) {
        at = own;
        hang = own + STEP;
    }
    size_t room = page > hang + STEP ? page - hang : STEP;
    size_t n = pag_text_wrap(arena, (pag_str){line.at + at, line.len - at}, room, false, &parts);
    pag_text_put(out, (pag_str){line.at, at});
    for (size_t i = 0; i < n; i++) {
        if (i) put_blanks(out, hang);
        pag_text_put(out, parts[i]);
        pag_text_byte(out, '\n');
    }
}

pag_str pag_cli_fold(const pag_cli *cli, pag_arena *arena, pag_str text)
{
    pag_text out = {.arena = arena};
    if (!cli->page) return text;
    while (text.len) {
        pag_str line = {text.at, pag_str_find(text, '\n')};
        if (pag_text_width(line) > cli->page) {
            put_folded(arena, &out, line, cli->page);
        } else {
            pag_text_put(&out, line);
            pag_text_byte(&out, '\n');
        }
        size_t eaten = line.len < text.len ? line.len + 1 : line.len;
        text = (pag_str){text.at + eaten, text.len - eaten};
    }
    return pag_text_str(&out);
}

pag_str pag_cli_fold_prose(const pag_cli *cli, pag_arena *arena, pag_str text)
{
    pag_text out = {.arena = arena};
    if (!cli->page) return text;
    for (size_t i = 0; i < text.len; i++) {
        bool inner = text.at[i] == '\n' && i + 1 < text.len && text.at[i + 1] != '\n' &&
                     text.at[i + 1] != ' ' && i > 0 && text.at[i - 1] != '\n';
        pag_text_byte(&out, inner ? ' ' : text.at[i]);
    }
    return pag_cli_fold(cli, arena, pag_text_str(&out));
}
