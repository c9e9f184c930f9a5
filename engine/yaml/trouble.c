/* What libyaml could not read, said in the words of somebody who writes such files. libyaml names
 * the rule of its grammar that failed; the bytes around the place tell what was probably meant. */
#include "yaml/inside.h"

#include <string.h>

typedef pag_yaml_trouble trouble;

static pag_diagnostic *say(pag_yaml_file *file, pag_code code, size_t from, size_t to)
{
    return pag_yaml_refuse(file, code, pag_yaml_pos_at(file, from, to - from),
                           pag_yaml_excerpt(file, from, to));
}

/* Behind the letter at `at`. */
static size_t end_of_letter(const pag_yaml_file *file, size_t at)
{
    if (at >= file->bytes.len) return at;
    size_t len = pag_utf8_length(file->bytes.at + at, file->bytes.len - at);
    return at + (len ? len : 1);
}

static size_t end_of_word(const pag_yaml_file *file, size_t at)
{
    while (!pag_yaml_is_space(pag_yaml_byte(file, at))) at++;
    return at;
}

static bool tell_no_break(pag_yaml_file *file, size_t from, size_t to)
{
    size_t at = pag_yaml_find_no_break(file, from, to);
    if (at == PAG_YAML_NOWHERE) return false;
    pag_yaml_refuse_no_break(file, at);
    return true;
}

void pag_yaml_tell_indentation(pag_yaml_file *file, size_t offset, size_t other)
{
    size_t from = pag_yaml_text_start(file, offset);
    if (tell_no_break(file, from, from + 2) || pag_yaml_tell_slip(file, offset)) return;
    if (other == PAG_YAML_NOWHERE) other = pag_yaml_line_above(file, from);
    pag_pos pos = pag_yaml_pos_at(file, from, end_of_word(file, from) - from);
    pag_diagnostic *d = pag_yaml_refuse(file, PAG_E0215, pos, (pag_str){0});
    if (other == PAG_YAML_NOWHERE) return;
    d->also = pag_yaml_pos_at(file, other, end_of_word(file, other) - other);
}

/* The name of the closing mark for an opening one. */
static pag_str closing(char open)
{
    switch (open) {
    case '[': return PAG_STR("]");
    case '{': return PAG_STR("}");
    case '\'': return PAG_STR("'");
    default: return PAG_STR("\"");
    }
}

/* At the end of the file the last thing that stands there is shown. */
static size_t last_text(const pag_yaml_file *file, size_t at)
{
    if (at < file->bytes.len && pag_yaml_text_start(file, at) < file->bytes.len) return at;
    while (at > file->start && pag_yaml_is_space(pag_yaml_byte(file, at))) at--;
    return at;
}

static void tell_open(pag_yaml_file *file, size_t at, size_t opened)
{
    pag_str open = {file->bytes.at + opened, 1};
    pag_pos pos = pag_yaml_pos_at(file, last_text(file, at), 1);
    pag_diagnostic *d = pag_yaml_refuse_two(file, PAG_E0214, pos, open, closing(*open.at));
    d->also = pag_yaml_pos_at(file, opened, 1);
}

/* Quotes that lines below end were forgotten where they begin: what ends them opens others. */
static bool tell_long_quote(pag_yaml_file *file, size_t at, pag_yaml_value before)
{
    if (before.to == PAG_YAML_NOWHERE || before.to > at) return false;
    char quote = pag_yaml_byte(file, before.from);
    size_t end = before.to - 1;
    if ((quote != '"' && quote != '\'') || pag_yaml_skip_blanks(file, before.to) != at)
        return false;
    if (pag_yaml_line_start(file, before.from) == pag_yaml_line_start(file, end)) return false;
    pag_str open = {file->bytes.at + before.from, 1};
    pag_pos pos = pag_yaml_pos_at(file, before.from, 1);
    pag_yaml_refuse(file, PAG_E0339, pos, open)->also = pag_yaml_pos_at(file, end, 1);
    return true;
}

/* Something stands behind a value that is complete: 'L'Aquila'. */
static bool tell_behind(pag_yaml_file *file, size_t at, pag_yaml_value before)
{
    if (before.to == PAG_YAML_NOWHERE || before.to > at) return false;
    if (pag_yaml_skip_blanks(file, before.to) != at) return false;
    pag_diagnostic *d = say(file, PAG_E0218, at, pag_yaml_line_end(file, at));
    d->also = pag_yaml_pos_at(file, before.from, 1);
    return true;
}

bool pag_yaml_tell_rest(pag_yaml_file *file, size_t offset, pag_yaml_value before)
{
    char c = pag_yaml_byte(file, offset);
    size_t end = end_of_word(file, offset);
    if (tell_long_quote(file, offset, before)) return true;
    if (c == '&' || c == '*') {
        say(file, PAG_E0211, offset, end);
    } else if (c == '!') {
        say(file, PAG_E0210, offset, end);
    } else if (c == '%' && offset == pag_yaml_line_start(file, offset)) {
        say(file, PAG_E0209, offset, end);
    } else if (c == '\t') {
        say(file, PAG_E0206, offset, offset + 1);
    } else if (c == ':' && pag_yaml_text_start(file, offset) == offset) {
        pag_yaml_refuse(file, PAG_E0213, pag_yaml_pos_at(file, offset, 1), (pag_str){0});
    } else if (c != '\0' && strchr("]},:?|>@`%", c)) {
        say(file, PAG_E0216, offset, offset + 1);
    } else {
        return tell_behind(file, offset, before);
    }
    return true;
}

static void no_colon(pag_yaml_file *file, const trouble *t)
{
    size_t from = t->since == PAG_YAML_NOWHERE ? t->at : t->since;
    size_t end = pag_yaml_line_end(file, from);
    size_t colon = pag_yaml_find_colon(file, from, end);
    if (colon < end && colon - from > PAG_YAML_MOST_KEY) {
        pag_yaml_refuse(file, PAG_E0512, pag_yaml_pos_at(file, from, colon - from), (pag_str){0});
    } else {
        pag_yaml_tell_no_colon(file, pag_yaml_text_start(file, from), from);
    }
}

/* A colon where none is expected: inside a text, behind a key that is too long, or on a line that
 * libyaml took for the continuation of the one above. */
static void stray_colon(pag_yaml_file *file, const trouble *t)
{
    size_t from = pag_yaml_skip_dashes(file, pag_yaml_text_start(file, t->at));
    size_t above = pag_yaml_line_above(file, t->at);
    if (pag_yaml_lacks_blank(pag_yaml_excerpt(file, from, t->at))) {
        pag_yaml_tell_no_colon(file, pag_yaml_text_start(file, from), from);
    } else if (pag_yaml_find_colon(file, from, t->at) < t->at) {
        say(file, PAG_E0216, t->at, t->at + 1);
    } else if (t->at - from > PAG_YAML_MOST_KEY) {
        pag_yaml_refuse(file, PAG_E0512, pag_yaml_pos_at(file, from, t->at - from), (pag_str){0});
    } else if (above == PAG_YAML_NOWHERE || from == t->at) {
        pag_yaml_refuse(file, PAG_E0213, pag_yaml_pos_at(file, t->at, 1), (pag_str){0});
    } else {
        size_t text = pag_yaml_skip_dashes(file, above), end = pag_yaml_text_end(file, above);
        if (pag_yaml_find_colon(file, text, end) < end) {
            pag_yaml_tell_indentation(file, t->at, above);
        } else {
            pag_yaml_tell_no_colon(file, above, text);
        }
    }
}

static void stray_dash(pag_yaml_file *file, const trouble *t)
{
    if (pag_yaml_text_start(file, t->at) == t->at) {
        pag_yaml_tell_indentation(file, t->at, PAG_YAML_NOWHERE);
    } else {
        say(file, PAG_E0216, t->at, t->at + 1);
    }
}

static void stray_letter(pag_yaml_file *file, const trouble *t)
{
    if (pag_yaml_tell_rest(file, t->at, t->before)) return;
    say(file, PAG_E0216, t->at, end_of_letter(file, t->at));
}

/* By what is open on the line; libyaml looks ahead, and the reader may not know of it yet. */
static bool is_within_braces(const pag_yaml_file *file, const trouble *t)
{
    size_t closed = 0;
    for (size_t at = t->at, line = pag_yaml_text_start(file, at); at > line;) {
        char c = file->bytes.at[--at];
        if (c == ']' || c == '}') closed++;
        if (c != '[' && c != '{') continue;
        if (closed == 0) return c == '{';
        closed--;
    }
    return t->bracket != PAG_YAML_NOWHERE && file->bytes.at[t->bracket] == '{';
}

/* {rogito:, altre: 8}, {voto:[8]}: between brackets a colon needs a blank behind it, and a value.
 */
static void tight_colon(pag_yaml_file *file, const trouble *t)
{
    char next = pag_yaml_byte(file, t->at + 1);
    size_t from = t->at, line = pag_yaml_text_start(file, t->at);
    while (from > line && !strchr(",{[ ", file->bytes.at[from - 1])) from--;
    bool map = is_within_braces(file, t);
    if (map && from < t->at && (next == ',' || next == '}')) {
        say(file, PAG_E0280, from, t->at);
    } else if (map && from < t->at && (next == '[' || next == '{')) {
        say(file, PAG_E0217, from, t->at + 2);
    } else {
        stray_letter(file, t);
    }
}

static void bad_escape(pag_yaml_file *file, const trouble *t)
{
    size_t from = t->at;
    if (from + 1 >= file->bytes.len) {
        tell_open(file, from, t->since);
        return;
    }
    while (from > t->since && file->bytes.at[from] != '\\') from--;
    say(file, PAG_E0216, from, end_of_letter(file, from == t->at ? t->at + 1 : t->at));
}

static void bad_block_text(pag_yaml_file *file, const trouble *t)
{
    say(file, PAG_E0216, t->since, t->since + 1);
}

static void open_quote(pag_yaml_file *file, const trouble *t)
{
    tell_open(file, t->at, t->since);
}

static void tab(pag_yaml_file *file, const trouble *t)
{
    say(file, PAG_E0206, t->at, t->at + 1);
}

/* {b: c: d}: one word between two colons is a text with a colon in it; more words, and a comma is
 * missing. */
static bool is_colon_in_text(const pag_yaml_file *file, const trouble *t)
{
    size_t from = pag_yaml_line_start(file, t->at);
    if (pag_yaml_byte(file, t->at) != ':') return false;
    if (from < t->since) from = t->since;
    size_t last = t->at;
    for (size_t colon = pag_yaml_find_colon(file, from, t->at); colon < t->at;) {
        last = colon;
        colon = pag_yaml_find_colon(file, colon + 1, t->at);
    }
    size_t word = pag_yaml_skip_blanks(file, last + 1);
    return last < t->at && word < t->at && end_of_word(file, word) >= t->at;
}

static void open_bracket(pag_yaml_file *file, const trouble *t)
{
    char c = pag_yaml_byte(file, t->at);
    if (is_colon_in_text(file, t)) {
        say(file, PAG_E0216, t->at, t->at + 1);
        return;
    }
    bool another = c != '\0' && strchr("'\"[{]}:", c);
    if (another || !tell_behind(file, t->at, t->before)) tell_open(file, t->at, t->since);
}

static void tell_generic(pag_yaml_file *file, const trouble *t)
{
    pag_pos pos = pag_yaml_pos_at(file, last_text(file, t->at), 1);
    pag_diagnostic *d = pag_yaml_refuse(file, PAG_E0219, pos, pag_str_from(t->problem));
    if (t->since < t->at) d->also = pag_yaml_pos_at(file, t->since, 1);
}

/* Between brackets: the file ends, or a line that cannot belong there begins. */
static void no_content(pag_yaml_file *file, const trouble *t)
{
    bool line = pag_yaml_text_start(file, t->at) == t->at;
    bool dash = pag_yaml_byte(file, t->at) == '-';
    if (t->bracket != PAG_YAML_NOWHERE && (line || t->at == file->bytes.len)) {
        tell_open(file, t->at, t->bracket);
    } else if (dash) {
        say(file, PAG_E0216, t->at, t->at + 1);
    } else if (!pag_yaml_tell_rest(file, t->at, t->before)) {
        tell_generic(file, t);
    }
}

/* A line that belongs to no open block, or something behind the value of a line. */
static void end_of_block(pag_yaml_file *file, const trouble *t)
{
    if (!pag_yaml_tell_rest(file, t->at, t->before)) {
        pag_yaml_tell_indentation(file, t->at, t->since);
    }
}

/* By the thing being read. */
static const struct {
    const char *context;
    pag_code code;
} by_context[] = {{"while scanning an anchor", PAG_E0211},   {"while scanning an alias", PAG_E0211},
                  {"while scanning a directive", PAG_E0209}, {"while scanning a %", PAG_E0209},
                  {"while parsing a %", PAG_E0209},          {"while scanning a tag", PAG_E0210},
                  {"while parsing a tag", PAG_E0210}};

/* By what was wrong, where that says more; a context of "" is any. */
static const struct {
    const char *problem, *context;
    void (*tell)(pag_yaml_file *file, const trouble *t);
} by_problem[] = {{"found a tab character", "", tab},
                  {"found undefined tag handle", "", stray_letter},
                  {"", "while scanning a quoted scalar", open_quote},
                  {"", "while parsing a quoted scalar", bad_escape},
                  {"", "while scanning a block scalar", bad_block_text},
                  {"could not find expected ':'", "", no_colon},
                  {"mapping values are not allowed", "", stray_colon},
                  {"block sequence entries are not allowed", "", stray_dash},
                  {"mapping keys are not allowed", "", stray_letter},
                  {"found character that cannot start", "", stray_letter},
                  {"found unexpected ':'", "", tight_colon},
                  {"", "while parsing a flow sequence", open_bracket},
                  {"", "while parsing a flow mapping", open_bracket},
                  {"did not find expected key", "", end_of_block},
                  {"did not find expected '-' indicator", "", end_of_block},
                  {"did not find expected node content", "", no_content}};

static bool starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

/* A tab in front of the text of the line is the cause of whatever came of it, except between
 * brackets and quotes, where it is harmless. */
static bool tell_tab(pag_yaml_file *file, const trouble *t)
{
    if (strstr(t->context, "flow") || strstr(t->context, "quoted")) return false;
    size_t text = pag_yaml_text_start(file, t->at);
    for (size_t at = pag_yaml_line_start(file, t->at); at < text; at++) {
        if (file->bytes.at[at] != '\t') continue;
        say(file, PAG_E0206, at, at + 1);
        return true;
    }
    return false;
}

void pag_yaml_tell(pag_yaml_file *file, const pag_yaml_trouble *t)
{
    if (t->since != PAG_YAML_NOWHERE) {
        for (size_t i = 0; i < sizeof by_context / sizeof *by_context; i++) {
            if (!starts(t->context, by_context[i].context)) continue;
            say(file, by_context[i].code, t->since, end_of_word(file, t->since));
            return;
        }
    }
    if (tell_tab(file, t)) return;
    for (size_t i = 0; i < sizeof by_problem / sizeof *by_problem; i++) {
        bool fits =
            starts(t->problem, by_problem[i].problem) && starts(t->context, by_problem[i].context);
        if (!fits) continue;
        by_problem[i].tell(file, t);
        return;
    }
    tell_generic(file, t);
}
