/* Writes diagnostics: which of them, in what order, and the block that people read. All of one is
 * put together in a buffer that the next one uses again, so that memory does not grow with their
 * number. */
#include "diag/write.h"
#include "base/visible.h"

enum word { WORD_ERROR, WORD_WARNING, WORD_NOTE, WORD_HELP, WORD_ABOUT, WORD_ACKNOWLEDGED };

static pag_str word_text(enum word word, pag_lang lang)
{
    static const char *const words[][2] = {{"error", "errore"}, {"warning", "avviso"},
                                           {"note", "nota"},    {"help", "aiuto"},
                                           {"for", "per"},      {"acknowledged", "riconosciuto"}};
    return pag_str_from(words[word][lang == PAG_IT]);
}

static const char *color_of(const pag_diagnostic *d, pag_diag_style style)
{
    if (!style.color) return NULL;
    return pag_code_severity(d->code) == PAG_ERROR ? PAG_COLOR_ERROR : PAG_COLOR_WARNING;
}

/* "error[E0412]: sentence" */
static void put_head(pag_text *out, const pag_diagnostic *d, pag_diag_style style)
{
    bool error = pag_code_severity(d->code) == PAG_ERROR;
    pag_str word = word_text(error ? WORD_ERROR : WORD_WARNING, style.lang);
    pag_str code = pag_code_text(d->code);
    const char *color = color_of(d, style);
    pag_diag_put_color(out, color);
    pag_text_put(out, word);
    pag_text_byte(out, '[');
    pag_text_put(out, code);
    pag_text_byte(out, ']');
    pag_diag_put_color(out, color ? PAG_COLOR_END : NULL);
    pag_text_put(out, PAG_STR(": "));
    pag_diag_put_sentence(out, d, style.lang, PAG_PART_MESSAGE, word.len + code.len + 4);
    pag_text_byte(out, '\n');
}

/* The width of the column of line numbers: two, or what the longest number needs. */
static size_t gutter_of(const pag_diagnostic *d)
{
    uint32_t longest = d->pos.source ? d->pos.line : 0;
    if (d->also.source && d->also.line > longest) longest = d->also.line;
    size_t digits = 2;
    for (uint32_t left = longest / 100; left; left /= 10) digits++;
    return digits;
}

/* "   = "; returns how many columns that takes. */
static size_t put_bullet(pag_text *out, size_t gutter, pag_diag_style style)
{
    for (size_t i = 0; i <= gutter; i++) pag_text_byte(out, ' ');
    pag_diag_put_color(out, style.color ? PAG_COLOR_GUTTER : NULL);
    pag_text_byte(out, '=');
    pag_diag_put_color(out, style.color ? PAG_COLOR_END : NULL);
    pag_text_byte(out, ' ');
    return gutter + 1 + 2;
}

/* "   = note: "; the same. */
static size_t put_label(pag_text *out, size_t gutter, enum word word, pag_diag_style style)
{
    pag_str text = word_text(word, style.lang);
    size_t columns = put_bullet(out, gutter, style);
    pag_text_put(out, text);
    pag_text_put(out, PAG_STR(": "));
    return columns + text.len + 2;
}

static void put_remark(pag_text *out, const pag_diagnostic *d, int part, pag_diag_style style)
{
    if (pag_code_template(d->code, style.lang, part).len == 0) return;
    enum word word = part == PAG_PART_NOTE ? WORD_NOTE : WORD_HELP;
    size_t indent = put_label(out, gutter_of(d), word, style);
    pag_diag_put_sentence(out, d, style.lang, part, indent);
    pag_text_byte(out, '\n');
}

static void put_about(pag_text *out, const pag_diagnostic *d, pag_diag_style style)
{
    if (d->about.len == 0) return;
    put_label(out, gutter_of(d), WORD_ABOUT, style);
    pag_text_put_visible(out, d->about, 0);
    pag_text_byte(out, '\n');
}

/* What its values rest on. */
static void put_unsure(pag_text *out, const pag_sources *sources, const pag_diagnostic *d,
                       pag_diag_style style)
{
    for (size_t i = 0; i < d->n_unsure; i++) {
        put_label(out, gutter_of(d), WORD_NOTE, style);
        pag_text_put(out, style.lang == PAG_IT ? PAG_STR("da confermare, ")
                                               : PAG_STR("to be confirmed, "));
        pag_diag_put_unsure(out, sources, &d->unsure[i]);
        pag_text_byte(out, '\n');
    }
}

/* How to see what it withholds. */
static void put_draft_help(pag_text *out, const pag_diagnostic *d, pag_diag_style style)
{
    if (!pag_diag_withholds(d)) return;
    put_label(out, gutter_of(d), WORD_HELP, style);
    pag_diag_put_draft_help(out, style.lang);
    pag_text_byte(out, '\n');
}

/* As people read it: sentence, place, source line with caret, remarks. */
static void put_text(pag_text *out, const pag_sources *sources, const pag_diagnostic *d,
                     pag_diag_style style)
{
    size_t gutter = gutter_of(d);
    const char *color = color_of(d, style);
    put_head(out, d, style);
    pag_diag_put_place(out, sources, d->pos, gutter, color, style.lang);
    put_about(out, d, style);
    put_remark(out, d, PAG_PART_NOTE, style);
    pag_diag_put_place(out, sources, d->also, gutter, color, style.lang);
    put_unsure(out, sources, d, style);
    put_remark(out, d, PAG_PART_HELP, style);
    put_draft_help(out, d, style);
    if (d->acknowledged) {
        put_label(out, gutter, WORD_ACKNOWLEDGED, style);
        pag_text_put_visible(out, d->because, 0);
        pag_text_byte(out, '\n');
    }
}

struct writing {
    const pag_diagnostics *diags;
    const pag_sources *sources;
    pag_diag_style style;
    pag_text buffer;
    pag_sink *sink;
    bool begun; /* something has been written */
};

static void flush(struct writing *w)
{
    pag_sink_put(w->sink, pag_text_str(&w->buffer));
    w->buffer.len = 0;
}

static bool is_shown(const struct writing *w, const pag_diagnostic *d)
{
    return w->style.acknowledged || !d->acknowledged;
}

/* "   = and for 3 others: Anna; Bruno; Carlo": they have the same error of the same formula. */
static void put_others(struct writing *w, size_t leader)
{
    size_t n = pag_diag_others(w->diags, leader, NULL);
    bool italian = w->style.lang == PAG_IT;
    pag_text *out = &w->buffer;
    if (n == 0) return;
    (void)put_bullet(out, gutter_of(pag_diagnostics_at(w->diags, leader)), w->style);
    pag_text_put(out, italian ? PAG_STR("e per ") : PAG_STR("and for "));
    if (italian && n > 1) pag_text_put(out, PAG_STR("altri "));
    if (!italian || n > 1) pag_text_whole(out, (int64_t)n);
    if (italian && n == 1) pag_text_put(out, PAG_STR("un altro"));
    if (!italian) pag_text_put(out, n == 1 ? PAG_STR(" other") : PAG_STR(" others"));
    pag_text_put(out, PAG_STR(": "));
    (void)pag_diag_others(w->diags, leader, out);
    pag_text_byte(out, '\n');
}

static void write_text(struct writing *w, size_t i)
{
    if (w->begun) pag_text_byte(&w->buffer, '\n');
    w->begun = true;
    put_text(&w->buffer, w->sources, pag_diagnostics_at(w->diags, i), w->style);
    put_others(w, i);
    flush(w);
}

/* "… and 7 more in plans/x.yaml" */
static void write_rest(struct writing *w, size_t n, uint32_t source)
{
    pag_text *out = &w->buffer;
    bool italian = w->style.lang == PAG_IT;
    pag_text_put(out, italian ? PAG_STR("… e ") : PAG_STR("… and "));
    if (italian && n == 1) {
        pag_text_put(out, PAG_STR("un altro"));
    } else {
        if (italian) pag_text_put(out, PAG_STR("altri "));
        pag_text_whole(out, (int64_t)n);
        if (!italian) pag_text_put(out, PAG_STR(" more"));
    }
    pag_text_put(out, PAG_STR(" in "));
    pag_text_put_visible(out, pag_sources_path(w->sources, source), 0);
    pag_text_byte(out, '\n');
    flush(w);
}

/* Those from `from` to `end` are of one source. When not all may be written, errors go before
 * warnings: a page of warnings never hides the error at the end of the file. */
static void write_source(struct writing *w, size_t from, size_t end)
{
    uint32_t source = pag_diagnostics_at(w->diags, from)->pos.source;
    size_t most = w->style.most && source ? w->style.most : end - from, errors = 0, rest = 0;
    for (size_t i = from; i < end; i++) {
        bool is_error = pag_code_severity(pag_diagnostics_at(w->diags, i)->code) == PAG_ERROR;
        if (is_error && !pag_diag_is_other(w->diags, i)) errors++;
    }
    size_t left[] = {[PAG_ERROR] = most, [PAG_WARNING] = most > errors ? most - errors : 0};
    for (size_t i = from; i < end; i++) {
        const pag_diagnostic *d = pag_diagnostics_at(w->diags, i);
        if (!is_shown(w, d) || pag_diag_is_other(w->diags, i)) continue;
        if (left[pag_code_severity(d->code)] == 0) {
            rest++;
            continue;
        }
        left[pag_code_severity(d->code)]--;
        write_text(w, i);
    }
    if (rest) write_rest(w, rest, source);
}

static void write_all_text(struct writing *w)
{
    size_t n = pag_diagnostics_count(w->diags);
    for (size_t from = 0, end; from < n; from = end) {
        uint32_t source = pag_diagnostics_at(w->diags, from)->pos.source;
        for (end = from + 1; end < n; end++) {
            if (pag_diagnostics_at(w->diags, end)->pos.source != source) break;
        }
        write_source(w, from, end);
    }
}

static void write_for_machines(struct writing *w)
{
    for (size_t i = 0; i < pag_diagnostics_count(w->diags); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(w->diags, i);
        if (!is_shown(w, d)) continue;
        if (w->style.format == PAG_DIAG_JSON) {
            pag_diag_write_json(w->sources, d, w->style.lang, &w->buffer, w->sink);
        } else {
            pag_diag_put_gcc(&w->buffer, w->sources, d, w->style.lang);
            flush(w);
        }
    }
}

void pag_diagnostics_write(const pag_diagnostics *diags, pag_arena *scratch, pag_diag_style style,
                           pag_sink *sink)
{
    struct writing w = {.diags = diags,
                        .sources = pag_diagnostics_view(diags),
                        .style = style,
                        .buffer = {.arena = scratch},
                        .sink = sink};
    if (style.format == PAG_DIAG_TEXT) {
        write_all_text(&w);
    } else {
        write_for_machines(&w);
    }
}
