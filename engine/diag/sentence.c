/* Fills the sentences of codes.def with the arguments of a diagnostic. Arguments come from files
 * and are never trusted to be harmless to show. */
#include "base/visible.h"
#include "diag/write.h"

enum { MOST_ARGUMENT_COLUMNS = 300 };

static void put_line_end(pag_text *out, size_t indent)
{
    pag_text_byte(out, '\n');
    while (indent-- > 0) pag_text_byte(out, ' ');
}

/* "\n{3}": a line for an argument that is empty. */
static bool is_empty_line(const pag_diagnostic *d, pag_str text)
{
    size_t which = text.len > 3 && text.at[1] == '{' ? (size_t)(text.at[2] - '0') : d->n;
    return which < d->n && text.at[3] == '}' && d->arguments[which].len == 0;
}

/* "37,00 € (to be confirmed)", or without the amount where it is withheld. What is to be written
 * (help) is taken as it is, and says no more than "…" of what is withheld. */
static void put_argument(pag_text *out, const pag_diagnostic *d, size_t i, pag_lang lang, int part)
{
    bool withheld = d->arguments[i].len == 0, help = part == PAG_PART_HELP;
    bool bare = withheld && out->len && out->at[out->len - 1] == '(';
    pag_text_put_visible(out, d->arguments[i], MOST_ARGUMENT_COLUMNS);
    if (!(d->unconfirmed >> i & 1)) return;
    if (help && withheld) pag_text_put(out, PAG_STR("…"));
    if (help) return;
    if (!withheld) pag_text_byte(out, ' ');
    if (!bare) pag_text_byte(out, '(');
    pag_text_put(out, lang == PAG_IT ? PAG_STR("da confermare") : PAG_STR("to be confirmed"));
    if (!bare) pag_text_byte(out, ')');
}

void pag_diag_put_sentence(pag_text *out, const pag_diagnostic *d, pag_lang lang, int part,
                           size_t indent)
{
    pag_str text = pag_code_template(d->code, lang, part);
    for (size_t i = 0; i < text.len; i++) {
        size_t which =
            text.len - i > 2 && text.at[i] == '{' ? (size_t)(text.at[i + 1] - '0') : d->n;
        if (which < d->n && text.at[i + 2] == '}') {
            put_argument(out, d, which, lang, part);
            i += 2;
        } else if (text.at[i] == '\n' && is_empty_line(d, (pag_str){text.at + i, text.len - i})) {
            i += 3;
        } else if (text.at[i] == '\n') {
            put_line_end(out, indent);
        } else {
            pag_text_byte(out, text.at[i]);
        }
    }
}

pag_str pag_diag_sentence(pag_arena *arena, const pag_diagnostic *d, pag_lang lang, int part)
{
    pag_text out = {.arena = arena};
    pag_diag_put_sentence(&out, d, lang, part, 0);
    return pag_text_str(&out);
}
