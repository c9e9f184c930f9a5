/* Parsing by the tables of the vocabulary. It judges words, never files. */
#include "cli/options.h"

typedef struct parser {
    pag_arena *arena;
    pag_diagnostics *diags;
    const char *const *arguments;
    size_t n, at;
    pag_options *out;
} parser;

static const pag_pos NOWHERE = {0, 0, 0, 0};

bool pag_option_said(const pag_options *options, pag_option option)
{
    return options->said >> option & 1U;
}

/* "pagella explain FILE FIGURE" */
static pag_str usage_of(pag_arena *arena, pag_command command, pag_lang lang)
{
    const pag_command_words *c = pag_command_of(command);
    return pag_text_join(arena, 4, PAG_STR("pagella "), lang == PAG_IT ? c->alias : c->word,
                         PAG_STR(" "), c->operands[lang]);
}

/* --- options --- */

/* Those of the command; before it is said, those of every command. */
static uint64_t options_there(const parser *p)
{
    uint64_t some = ~(uint64_t)0;
    for (size_t i = 0; i < PAG_COMMANDS; i++) {
        bool said = p->out->command == i || p->out->command == PAG_COMMANDS;
        if (said) some &= pag_command_of((pag_command)i)->options;
    }
    return some;
}

static pag_str possible_options(const parser *p)
{
    pag_text out = {.arena = p->arena};
    uint64_t some = options_there(p);
    for (size_t i = 0; i < PAG_OPTIONS; i++) {
        if (!(some >> i & 1)) continue;
        if (out.len) pag_text_put(&out, PAG_STR(", "));
        pag_text_put(&out, pag_option_of((pag_option)i)->word);
    }
    return pag_text_str(&out);
}

static void tell_unknown_option(parser *p, pag_str word)
{
    bool known = p->out->command != PAG_COMMANDS;
    pag_str near = pag_option_nearest(word, known ? options_there(p) : ~(uint64_t)0);
    if (near.len) {
        pag_diag_add(p->diags, PAG_E0603, NOWHERE, 2, word, near);
    } else {
        pag_diag_add(p->diags, PAG_E0604, NOWHERE, 2, word, possible_options(p));
    }
}

/* Which of the option's words the value is, in either language; false when it is none. */
static bool which(const pag_option_words *option, pag_str value, size_t *index)
{
    pag_str word;
    for (int lang = PAG_EN; lang <= PAG_IT; lang++) {
        for (size_t i = 0; pag_choice_word(option->value[lang], i, &word); i++) {
            *index = i;
            if (pag_str_equal(word, value)) return true;
        }
    }
    return false;
}

static pag_str listed(pag_arena *arena, pag_str choices)
{
    pag_text out = {.arena = arena};
    pag_str word;
    for (size_t i = 0; pag_choice_word(choices, i, &word); i++) {
        if (i) pag_text_put(&out, PAG_STR(", "));
        pag_text_put(&out, word);
    }
    return pag_text_str(&out);
}

/* A whole number from 1 up, in *out; "all" is 0. */
static bool read_depth(pag_str value, size_t *out)
{
    enum { MOST = 1000 };
    size_t depth = 0;
    *out = 0;
    if (pag_str_equal(value, PAG_STR("all")) || pag_str_equal(value, PAG_STR("tutto"))) return true;
    for (size_t i = 0; i < value.len; i++) {
        if (value.at[i] < '0' || value.at[i] > '9' || depth > MOST) return false;
        depth = depth * 10 + (size_t)(value.at[i] - '0');
    }
    *out = depth;
    return depth > 0 && depth <= MOST;
}

/* Of language and colour the last word holds, so that an alias can be overruled; CSVs may be
 * several. */
static bool may_be_said_again(pag_option option)
{
    return option == PAG_OPTION_LANG || option == PAG_OPTION_COLOR || option == PAG_OPTION_MARKS;
}

static void take_value(parser *p, pag_option option, pag_str word, pag_str value)
{
    const pag_option_words *o = pag_option_of(option);
    size_t index = 0;
    if (o->one_of && !which(o, value, &index)) {
        pag_diag_add(p->diags, PAG_E0607, NOWHERE, 3, word, value,
                     listed(p->arena, o->value[p->out->lang]));
        return;
    }
    bool again = p->out->said & UINT64_C(1) << option;
    if (again && !may_be_said_again(option)) {
        pag_diag_add(p->diags, PAG_E0623, NOWHERE, 1, word);
        return;
    }
    if (option == PAG_OPTION_DEPTH && !read_depth(value, &p->out->depth)) {
        pag_diag_add(p->diags, PAG_E0923, NOWHERE, 2, word, value);
        return;
    }
    if (option == PAG_OPTION_MARKS && pag_str_equal(value, PAG_STR("-"))) {
        pag_diag_add(p->diags, PAG_E1155, NOWHERE, 1, word);
        return;
    }
    switch (option) {
    case PAG_OPTION_RULES: p->out->rules = value; break;
    case PAG_OPTION_FOR: p->out->entry = value; break;
    case PAG_OPTION_FORMAT: p->out->format = index == 0 ? PAG_DIAG_TEXT : PAG_DIAG_GCC; break;
    case PAG_OPTION_AGAINST: p->out->against = value; break;
    case PAG_OPTION_BASE: p->out->base = value; break;
    case PAG_OPTION_BUDGET: p->out->budget = value; break;
    case PAG_OPTION_EXAMPLES: p->out->examples = value; break;
    case PAG_OPTION_LIST: p->out->list = value; break;
    case PAG_OPTION_MARKS: p->out->marks[p->out->n_marks++] = value; break;
    case PAG_OPTION_ON: p->out->on = value; break;
    case PAG_OPTION_FROM: p->out->from = value; break;
    case PAG_OPTION_JUNIT: p->out->junit = value; break;
    case PAG_OPTION_OUTPUT: p->out->output = value; break;
    case PAG_OPTION_EDITOR: p->out->editor = value; break;
    case PAG_OPTION_LANG: p->out->lang = index == 0 ? PAG_IT : PAG_EN; break;
    case PAG_OPTION_COLOR: p->out->color = (pag_when)index; break;
    case PAG_OPTION_DEPTH: break; /* read already */
    case PAG_OPTION_WHAT_IF:
    case PAG_OPTION_DRAFT:
    case PAG_OPTION_DRY_RUN:
    case PAG_OPTION_JSON:
    case PAG_OPTION_QUIET:
    case PAG_OPTION_VERBOSE:
    case PAG_OPTION_WATCH:
    case PAG_OPTION_COVERAGE:
    case PAG_OPTION_SUGGEST:
    case PAG_OPTION_MARKDOWN:
    case PAG_OPTION_CSV:
    case PAG_OPTION_META:
    case PAG_OPTION_EXIT_CODE:
    case PAG_OPTION_HELP:
    case PAG_OPTION_VERSION:
    case PAG_OPTIONS: return;
    }
    p->out->said |= UINT64_C(1) << option;
    p->out->spelling[option] = word;
}

/* Up to 100; false when it is no such number. */
static bool read_percent(pag_str text, unsigned *out)
{
    unsigned n = 0;
    bool digits = text.len > 0 && text.len <= 3;
    for (size_t i = 0; digits && i < text.len; i++) {
        digits = text.at[i] >= '0' && text.at[i] <= '9';
        n = n * 10 + (unsigned)(text.at[i] - '0');
    }
    if (digits && n <= 100) *out = n;
    return digits && n <= 100;
}

/* `--coverage`, `--coverage=90`, `--coverage 90`: what follows is its value only when it can be. */
static void take_percent(parser *p, pag_option option, pag_str word, const pag_str *attached)
{
    p->out->said |= UINT64_C(1) << option;
    p->out->spelling[option] = word;
    if (attached && !read_percent(*attached, &p->out->coverage)) {
        pag_diag_add(p->diags, PAG_E0988, NOWHERE, 2, word, *attached);
    }
    if (attached || p->at == p->n) return;
    pag_str next = pag_str_from(p->arguments[p->at]);
    if (read_percent(next, &p->out->coverage)) {
        p->at++;
    } else {
        p->out->after_coverage = next;
    }
}

/* "--lang=it" and "--lang it"; an empty value is none. */
static void take_option(parser *p, pag_str argument)
{
    size_t equals = pag_str_find(argument, '=');
    bool attached = equals < argument.len;
    pag_str word = {argument.at, equals};
    pag_option option = pag_option_find(word);
    if (option == PAG_OPTIONS) {
        tell_unknown_option(p, word);
        return;
    }
    if (pag_option_of(option)->percent) {
        pag_str value = {argument.at + equals + 1, attached ? argument.len - equals - 1 : 0};
        take_percent(p, option, word, attached ? &value : NULL);
        return;
    }
    pag_str wanted = pag_option_of(option)->value[p->out->lang];
    if (!wanted.len) {
        if (attached) pag_diag_add(p->diags, PAG_E0606, NOWHERE, 1, word);
        p->out->said |= UINT64_C(1) << option;
        p->out->spelling[option] = word;
        return;
    }
    pag_str value = PAG_STR("");
    if (attached) value = (pag_str){argument.at + equals + 1, argument.len - equals - 1};
    if (!attached && p->at < p->n) value = pag_str_from(p->arguments[p->at++]);
    if (value.len) {
        take_value(p, option, word, value);
    } else {
        pag_diag_add(p->diags, PAG_E0605, NOWHERE, 2, word, wanted);
    }
}

/* --- operands --- */

static void tell_unknown_command(parser *p, pag_str word)
{
    pag_str near = pag_command_nearest(word);
    if (near.len) {
        pag_diag_add(p->diags, PAG_E0601, NOWHERE, 2, word, near);
        return;
    }
    pag_text all = {.arena = p->arena};
    for (size_t i = 0; i < PAG_COMMANDS; i++) {
        if (i) pag_text_put(&all, PAG_STR(", "));
        pag_text_put(&all, pag_command_of((pag_command)i)->word);
    }
    pag_diag_add(p->diags, PAG_E0602, NOWHERE, 2, word, pag_text_str(&all));
}

/* The first operand is the command. */
static void take_operand(parser *p, pag_str word, bool *has_command)
{
    if (*has_command) {
        p->out->operands[p->out->n_operands++] = word;
        return;
    }
    *has_command = true;
    p->out->command = pag_command_find(word);
    if (p->out->command == PAG_COMMANDS) tell_unknown_command(p, word);
}

static void judge(parser *p)
{
    pag_options *out = p->out;
    const pag_command_words *c = pag_command_of(out->command);
    for (size_t i = 0; i < PAG_OPTIONS; i++) {
        if (pag_option_said(out, (pag_option)i) && !(c->options >> i & 1U)) {
            pag_diag_add(p->diags, PAG_E0619, NOWHERE, 2, out->spelling[i], c->word);
        }
    }
    if (pag_option_said(out, PAG_OPTION_HELP) || pag_option_said(out, PAG_OPTION_VERSION)) return;
    pag_str usage = usage_of(p->arena, out->command, out->lang);
    if (out->n_operands < c->least) {
        pag_str last = out->n_operands       ? out->operands[out->n_operands - 1]
                       : out->lang == PAG_IT ? c->alias
                                             : c->word;
        pag_diag_add(p->diags, PAG_E0608, NOWHERE, 2, last, usage);
    }
    for (size_t i = c->most; i < out->n_operands; i++) {
        pag_diag_add(p->diags, PAG_E0609, NOWHERE, 2, out->operands[i], usage);
    }
}

/* The language is needed before the rest is judged. One that nobody speaks is told in English, so
 * that with --lang no environment matters. */
static pag_lang said_language(const parser *p, pag_lang lang)
{
    const pag_option_words *o = pag_option_of(PAG_OPTION_LANG);
    for (size_t i = 0; i < p->n; i++) {
        pag_str word = pag_str_from(p->arguments[i]), value = PAG_STR("");
        size_t equals = pag_str_find(word, '='), index;
        if (pag_str_equal(word, PAG_STR("--"))) break;
        if (pag_option_find((pag_str){word.at, equals}) != PAG_OPTION_LANG) continue;
        if (equals < word.len) value = (pag_str){word.at + equals + 1, word.len - equals - 1};
        if (equals == word.len && i + 1 < p->n) value = pag_str_from(p->arguments[i + 1]);
        lang = which(o, value, &index) && index == 0 ? PAG_IT : PAG_EN;
    }
    return lang;
}

bool pag_options_read(pag_arena *arena, pag_diagnostics *diags, size_t n,
                      const char *const *arguments, pag_options *out)
{
    parser p = {arena, diags, arguments, n, 0, out};
    pag_lang lang = said_language(&p, out->lang);
    bool has_command = false, only_operands = false;
    *out = (pag_options){.command = PAG_COMMANDS, .lang = lang};
    out->operands = PAG_NEW_ARRAY(arena, pag_str, n);
    out->marks = PAG_NEW_ARRAY(arena, pag_str, n);
    while (p.at < n) {
        pag_str argument = pag_str_from(arguments[p.at++]);
        bool option = !only_operands && argument.len > 1 && argument.at[0] == '-';
        if (option && pag_str_equal(argument, PAG_STR("--"))) {
            only_operands = true;
        } else if (option) {
            take_option(&p, argument);
        } else {
            take_operand(&p, argument, &has_command);
        }
    }
    if (out->command != PAG_COMMANDS) judge(&p);
    return pag_diagnostics_errors(diags) == 0;
}
