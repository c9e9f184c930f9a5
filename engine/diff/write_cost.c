/* What the edits cost, as people read it: who gets more or less, in all, and which edit causes it;
 * the sum stands last. */
#include "diff/writing.h"

#include "eval/caution.h"

#define LOUD "\x1b[1;33m"
#define PLAIN "\x1b[0m"

bool pag_diff_hides(const pag_diff_writing *w, const bool *withheld)
{
    return (withheld[0] || withheld[1]) && !w->style->draft;
}

pag_str pag_diff_amount(const pag_diff_writing *w, pag_number x, bool hidden)
{
    return hidden ? pag_diff_say(w, "to be confirmed", "da confermare")
                  : pag_number_people(w->arena, x);
}

pag_str pag_diff_signed(const pag_diff_writing *w, pag_number x, bool hidden)
{
    pag_str text = pag_diff_amount(w, x, hidden);
    return !hidden && pag_number_sign(x) > 0 ? pag_text_join(w->arena, 2, PAG_STR("+"), text)
                                             : text;
}

static pag_str safe(const pag_diff_writing *w, pag_str text)
{
    pag_text out = {.arena = w->arena};
    pag_text_put_visible(&out, text, 0);
    return pag_text_str(&out);
}

static pag_diff_line line_of(const pag_diff_writing *w, pag_str label, const pag_number *amounts,
                             pag_number difference, const bool *withheld)
{
    pag_diff_line line = {label, 3, {{"", 0}, {"", 0}, {"", 0}}};
    for (int side = 0; side < 2; side++) {
        line.numbers[side] = pag_diff_amount(w, amounts[side], withheld[side] && !w->style->draft);
    }
    line.numbers[2] = pag_diff_signed(w, difference, pag_diff_hides(w, withheld));
    return line;
}

/* --- who --- */

static bool changes(const pag_diff_paid *paid)
{
    return pag_number_sign(paid->difference) != 0 || paid->there[0] != paid->there[1];
}

/* An entry's figure is named without the subject. */
static pag_str who(const pag_diff_writing *w, const pag_diff_paid *paid)
{
    if (!paid->entry.len) return safe(w, paid->path);
    size_t dot = pag_str_find(paid->path, '.') + 1;
    pag_str path = {paid->path.at + dot, paid->path.len - dot};
    return pag_text_join(w->arena, 3, safe(w, path), PAG_STR("  "), safe(w, paid->entry));
}

static void put_caution(const pag_diff_writing *w, pag_str text)
{
    if (w->style->color) pag_diff_put(w, PAG_STR(LOUD));
    pag_diff_put(w, text);
    pag_diff_put(w, w->style->color ? PAG_STR(PLAIN "\n") : PAG_STR("\n"));
}

/* The same two lines that stand above a table of results. */
static void put_cautions(const pag_diff_writing *w, size_t file)
{
    const pag_diff *diff = w->diff;
    size_t doubtful = 0;
    for (size_t i = 0; i < diff->n_paid; i++) {
        const bool *withheld = diff->paid[i].withheld;
        doubtful += diff->paid[i].file == file && (withheld[0] || withheld[1]);
    }
    if (w->style->draft) {
        put_caution(w, pag_caution_draft(w->arena, w->style->lang, doubtful));
    }
    if (diff->examples[file]) put_caution(w, pag_caution_example(w->style->lang));
}

/* A withheld figure is always shown: that it stays the same would be told otherwise. */
static void put_file(const pag_diff_writing *w, size_t file)
{
    const pag_diff *diff = w->diff;
    pag_diff_line *lines = PAG_NEW_ARRAY(w->arena, pag_diff_line, diff->n_paid + 1);
    size_t n = 0, alike = 0;
    for (size_t i = 0; i < diff->n_paid; i++) {
        const pag_diff_paid *paid = &diff->paid[i];
        bool hidden = pag_diff_hides(w, paid->withheld);
        if (paid->file != file) continue;
        if (changes(paid) || hidden) {
            lines[n++] = line_of(w, who(w, paid), paid->amounts, paid->difference, paid->withheld);
        } else {
            alike++;
        }
    }
    pag_diff_put(w, PAG_STR("\n"));
    pag_diff_put_heading(w, diff->files[file].path);
    put_cautions(w, file);
    pag_diff_put_lines(w, lines, n);
    if (!alike) return;
    pag_text text = {.arena = w->arena};
    pag_text_whole(&text, (int64_t)alike);
    pag_text_put(&text, alike == 1 ? pag_diff_say(w, " figure stays as it is", " cifra resta com'è")
                                   : pag_diff_say(w, " figures stay as they are",
                                                  " cifre restano come sono"));
    pag_diff_put_text(w, 2, pag_text_str(&text));
}

/* --- in all --- */

static pag_str role_text(const pag_diff_writing *w, const pag_diff_total *total)
{
    unsigned roles = total->roles[0] | total->roles[1];
    if (roles & PAG_ROLE_UNCLEAR) {
        return pag_diff_say(w, " (of these, and not as much)", " (fatta di queste, e non uguale)");
    }
    if (roles & PAG_ROLE_PARTS) {
        return pag_diff_say(w, " (parts of these)", " (parti di queste)");
    }
    if (roles & PAG_ROLE_SUM) return pag_diff_say(w, " (a sum of these)", " (una loro somma)");
    return PAG_STR("");
}

static void put_totals(const pag_diff_writing *w)
{
    const pag_diff *diff = w->diff;
    pag_diff_line *lines = PAG_NEW_ARRAY(w->arena, pag_diff_line, diff->n_totals + 1);
    if (!diff->n_totals) return;
    for (size_t i = 0; i < diff->n_totals; i++) {
        const pag_diff_total *total = &diff->totals[i];
        pag_str label = pag_text_join(w->arena, 2, safe(w, total->path), role_text(w, total));
        lines[i] = line_of(w, label, total->amounts, total->difference, total->withheld);
    }
    pag_diff_put(w, PAG_STR("\n"));
    pag_diff_put_heading(w, pag_diff_say(w, "In all, to be paid", "In tutto, da pagare"));
    pag_diff_put_lines(w, lines, diff->n_totals);
}

/* --- what next --- */

/* The figure that changes most, whose reason is asked for first. */
static const pag_diff_paid *most_changed(const pag_diff *diff)
{
    const pag_diff_paid *most = NULL;
    for (size_t i = 0; i < diff->n_paid; i++) {
        const pag_diff_paid *paid = &diff->paid[i];
        if (!changes(paid) || !paid->there[1]) continue;
        pag_number a = most ? most->difference : PAG_ZERO, b = paid->difference;
        bool entry = paid->entry.len > 0, had = most && most->entry.len > 0;
        bool more = pag_number_order(b, PAG_ZERO) > 0 ? pag_number_order(b, a) > 0 : false;
        if (!most || (entry && !had) || (entry == had && more)) most = paid;
    }
    return most;
}

/* Rules for another year do not explain an evaluation of this one, nor those for which it must name
 * something otherwise. */
static bool is_of_others(const pag_diff *diff)
{
    for (size_t i = 0; i < diff->n_edits; i++) {
        const pag_edit *e = &diff->edits[i];
        if (e->effect == PAG_DIFF_YEAR || e->given) return true;
    }
    return false;
}

/* The full name, and all ids of whose it is, mean one figure always. Empty where it could not be
 * pasted, since something in it is not shown as it is. */
static pag_str command_for(const pag_diff_writing *w, const pag_diff_paid *paid)
{
    pag_text text = {.arena = w->arena};
    const pag_str path = w->diff->files[paid->file].path;
    pag_text_put_argument(&text, w->style->program.len ? w->style->program : PAG_STR("pagella"));
    pag_text_put(&text, pag_diff_say(w, " explain --rules ", " spiega --regole "));
    pag_text_put_argument(&text, pag_pack_name(w->diff->order.packs[1]));
    pag_text_put(&text, path.len > 1 && *path.at == '-' ? PAG_STR(" ./") : PAG_STR(" "));
    pag_text_put_argument(&text, path);
    pag_text_byte(&text, ' ');
    pag_text_put_argument(&text, pag_renamed_path(w->diff->work, paid->path));
    if (paid->id.len) {
        pag_text_put(&text, pag_diff_say(w, " --for ", " --per "));
        pag_text_put_argument(&text, paid->id);
    }
    if (w->style->draft) pag_text_put(&text, pag_diff_say(w, " --draft", " --bozza"));
    pag_str command = pag_text_str(&text);
    return pag_str_equal(safe(w, command), command) ? command : PAG_STR("");
}

static void put_next(const pag_diff_writing *w)
{
    const pag_diff *diff = w->diff;
    const pag_diff_paid *paid = most_changed(diff);
    if (!paid || w->style->quiet || pag_diff_hides(w, diff->withheld)) return;
    pag_str command = command_for(w, paid);
    if (is_of_others(diff) || !command.len) return;
    pag_diff_put_command(w, pag_diff_say(w, "Why the new figure?", "Perché la cifra nuova?"),
                         command);
}

void pag_diff_put_cost(const pag_diff_writing *w)
{
    for (size_t i = 0; i < w->diff->n_files; i++) put_file(w, i);
    put_totals(w);
    pag_diff_put_charges(w);
    pag_diff_put_in_all(w);
    put_next(w);
}
