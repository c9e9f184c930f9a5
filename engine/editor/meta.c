/* The words of rules as a definition file of Lua's language servers: each place of words is a class
 * with its words as fields, each type of cells a class of the places its braces may have, and what
 * is called a function. All of it comes from the descriptions in bind/, so that a word described
 * there is known to editors too. */
#include "editor/internal.h"

#include "bind/reference.h"
#include "editor/form.h"

typedef struct meta {
    pag_arena *arena;
    pag_lang lang;
    pag_sink *sink;
    const pag_described *all;
    size_t n;
} meta;

static void put(const meta *m, pag_str text)
{
    pag_sink_put(m->sink, text);
}

/* All descriptions of one word in one place stand together: the end of those that begin at `i`. */
static size_t end_of(const meta *m, size_t i)
{
    const pag_described *first = &m->all[i];
    while (i < m->n && m->all[i].place == first->place &&
           pag_str_equal(m->all[i].word, first->word)) {
        i++;
    }
    return i;
}

static void put_meanings(const meta *m, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (i > from) put(m, PAG_STR("---\n"));
        put(m, PAG_STR("---`"));
        put(m, m->all[i].form);
        put(m, PAG_STR("`: "));
        put(m, m->all[i].meaning[m->lang]);
        put(m, PAG_STR("\n"));
    }
}

/* --- fields --- */

/* What may stand in the braces that are the value of a word. */
static const struct inner {
    pag_str word;
    pag_place place;
    pag_str type;
} inners[] = {
    {{"round", 5}, PAG_PLACE_NUMBERS, {"pagella.rounding", 16}},
    {{"split", 5}, PAG_PLACE_NUMBERS, {"pagella.splits", 14}},
    {{"criteria", 8}, PAG_PLACE_SHEETS, {"pagella.criteria[]", 18}},
};

static pag_str braces_type(const pag_described *word)
{
    for (size_t i = 0; i < sizeof inners / sizeof *inners; i++) {
        bool same = inners[i].place == word->place && pag_str_equal(inners[i].word, word->word);
        if (same) return inners[i].type;
    }
    return PAG_STR("table");
}

static pag_str type_of(const pag_described *word)
{
    switch (pag_form_value(word->form)) {
    case PAG_FORM_FREE: return PAG_STR("string|integer"); /* 2024 is a title too */
    case PAG_FORM_TEXT:
    case PAG_FORM_WORD: return PAG_STR("string");
    case PAG_FORM_NUMBER:
        return word->place == PAG_PLACE_BAND ? PAG_STR("integer|string|function")
                                             : PAG_STR("integer|string");
    case PAG_FORM_FLAG: return PAG_STR("boolean");
    case PAG_FORM_FUNCTION: return PAG_STR("function");
    case PAG_FORM_BRACES: return braces_type(word);
    case PAG_FORM_ANY: break;
    }
    return PAG_STR("any");
}

/* Words that an attribute can be are worth a list when there are several. */
static size_t count_words(const meta *m, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t i = from; i < to; i++) n += pag_form_value(m->all[i].form) == PAG_FORM_WORD;
    return n;
}

/* "pagella.sheets.na" */
static pag_str alias_of(const meta *m, const pag_described *word)
{
    return pag_text_join(m->arena, 4, PAG_STR("pagella."), pag_place_name(m->arena, word->place),
                         PAG_STR("."), word->word);
}

static void put_alias(const meta *m, size_t from, size_t to)
{
    put(m, PAG_STR("---@alias "));
    put(m, alias_of(m, &m->all[from]));
    put(m, PAG_STR("\n---| string\n"));
    for (size_t i = from; i < to; i++) {
        if (pag_form_value(m->all[i].form) != PAG_FORM_WORD) continue;
        put(m, PAG_STR("---| '"));
        put(m, pag_form_written(m->all[i].form));
        put(m, PAG_STR("' # "));
        put(m, m->all[i].meaning[m->lang]);
        put(m, PAG_STR("\n"));
    }
    put(m, PAG_STR("\n"));
}

static void put_field(const meta *m, size_t from, size_t to)
{
    bool listed = count_words(m, from, to) > 1;
    pag_str kinds = pag_described_kinds(m->all[from].place, m->all[from].word);
    pag_text types = {.arena = m->arena};
    if (listed) pag_text_put(&types, alias_of(m, &m->all[from]));
    if (listed && kinds.len) pag_text_byte(&types, '|');
    pag_text_put(&types, kinds);
    for (size_t i = from; i < to && !kinds.len; i++) {
        if (listed && pag_form_value(m->all[i].form) == PAG_FORM_WORD) continue;
        if (types.len) pag_text_byte(&types, '|');
        pag_text_put(&types, type_of(&m->all[i]));
    }
    put_meanings(m, from, to);
    put(m, PAG_STR("---@field "));
    put(m, m->all[from].word);
    put(m, PAG_STR("? "));
    put(m, pag_text_str(&types));
    put(m, PAG_STR("\n"));
}

/* --- classes --- */

/* What else stands in the braces, by place: cells, rows, sentences. */
static pag_str others_of(pag_place place)
{
    switch (place) {
    case PAG_PLACE_GROUPS: return PAG_STR("---@field [string] any\n---@field [integer] any\n");
    case PAG_PLACE_BANDS: return PAG_STR("---@field [integer] pagella.band\n");
    case PAG_PLACE_TABLES:
        return PAG_STR("---@field [string] any\n---@field [integer] pagella.dated\n");
    case PAG_PLACE_CONDITIONS: return PAG_STR("---@field [integer] string\n");
    case PAG_PLACE_DECLARING:
    case PAG_PLACE_TYPES:
    case PAG_PLACE_PACK:
    case PAG_PLACE_ANY:
    case PAG_PLACE_ASKED:
    case PAG_PLACE_SCALARS:
    case PAG_PLACE_NUMBERS:
    case PAG_PLACE_BOUNDED:
    case PAG_PLACE_SHEETS:
    case PAG_PLACE_REFS:
    case PAG_PLACE_CRITERIA:
    case PAG_PLACE_BAND:
    case PAG_PLACE_KEYED:
    case PAG_PLACE_DATED:
    case PAG_PLACE_SPLITS:
    case PAG_PLACE_ROUNDING:
    case PAG_PLACE_FORMULAS:
    case PAG_PLACES: break;
    }
    return PAG_STR("");
}

/* Words of these places stand by themselves; those of others between braces. */
static bool is_called(pag_place place)
{
    return place == PAG_PLACE_DECLARING || place == PAG_PLACE_TYPES || place == PAG_PLACE_FORMULAS;
}

static void put_class(const meta *m, size_t from, size_t to)
{
    pag_place place = m->all[from].place;
    for (size_t i = from; i < to; i = end_of(m, i)) {
        if (count_words(m, i, end_of(m, i)) > 1) put_alias(m, i, end_of(m, i));
    }
    put(m, PAG_STR("---"));
    put(m, pag_place_title(place)[m->lang]);
    put(m, PAG_STR("\n---@class pagella."));
    put(m, pag_place_name(m->arena, place));
    put(m, PAG_STR("\n"));
    for (size_t i = from; i < to; i = end_of(m, i)) put_field(m, i, end_of(m, i));
    put(m, others_of(place));
    put(m, PAG_STR("\n"));
}

static void put_classes(const meta *m)
{
    for (size_t i = 0, end; i < m->n; i = end) {
        for (end = i; end < m->n && m->all[end].place == m->all[i].place;) end++;
        if (!is_called(m->all[i].place)) put_class(m, i, end);
    }
}

/* "---@class pagella.money: pagella.any, pagella.asked, …" */
static void put_type_class(const meta *m, pag_type type)
{
    bool first = true;
    put(m, PAG_STR("---@class pagella."));
    put(m, pag_type_word(type));
    for (int place = 0; place < PAG_PLACES; place++) {
        if (!pag_place_is_for((pag_place)place, type)) continue;
        put(m, first ? PAG_STR(": pagella.") : PAG_STR(", pagella."));
        put(m, pag_place_name(m->arena, (pag_place)place));
        first = false;
    }
    bool choice = type == PAG_TYPE_CHOICE; /* words, or words with titles */
    put(m, choice ? PAG_STR("\n---@field [integer] string|string[]\n\n") : PAG_STR("\n\n"));
}

/* --- what is called --- */

/* The class of the braces that follow a word that declares something. */
static pag_str braces_of(const meta *m, const pag_described *word)
{
    static const struct {
        pag_str word;
        pag_place place;
    } declaring[] = {
        {{"pack", 4}, PAG_PLACE_PACK},       {{"subject", 7}, PAG_PLACE_GROUPS},
        {{"bands", 5}, PAG_PLACE_BANDS},     {{"keyed", 5}, PAG_PLACE_TABLES},
        {{"dated", 5}, PAG_PLACE_TABLES},    {{"must", 4}, PAG_PLACE_CONDITIONS},
        {{"warn", 4}, PAG_PLACE_CONDITIONS},
    };
    pag_str name = word->place == PAG_PLACE_TYPES ? word->word : PAG_STR("");
    for (size_t i = 0; i < sizeof declaring / sizeof *declaring; i++) {
        if (word->place != PAG_PLACE_DECLARING || !pag_str_equal(declaring[i].word, word->word)) {
            continue;
        }
        name = pag_place_name(m->arena, declaring[i].place);
    }
    if (!name.len) return PAG_STR("table");
    return pag_text_join(m->arena, 2, PAG_STR("pagella."), name);
}

static void put_overload(const meta *m, const pag_call *call)
{
    put(m, PAG_STR("---@overload fun("));
    for (size_t i = 0; i < call->n; i++) {
        if (i) put(m, PAG_STR(", "));
        put(m, call->parameters[i].name);
        put(m, PAG_STR(": "));
        put(m, call->parameters[i].type);
    }
    put(m, PAG_STR("): any\n"));
}

static void put_function(const meta *m, pag_str word, const pag_call *call)
{
    for (size_t i = 0; i < call->n; i++) {
        put(m, PAG_STR("---@param "));
        put(m, call->parameters[i].name);
        put(m, PAG_STR(" "));
        put(m, call->parameters[i].type);
        put(m, PAG_STR("\n"));
    }
    put(m, PAG_STR("---@return "));
    put(m, call->returns);
    put(m, PAG_STR("\nfunction "));
    put(m, word);
    put(m, PAG_STR("("));
    for (size_t i = 0; i < call->n; i++) {
        if (i) put(m, PAG_STR(", "));
        put(m, call->parameters[i].name);
    }
    put(m, PAG_STR(") end\n\n"));
}

/* period is a value with parts; everything else is called. */
static void put_value(const meta *m, pag_str word)
{
    put(m, PAG_STR("---@type {from: any, to: any, year: any}\n"));
    put(m, word);
    put(m, PAG_STR(" = {}\n\n"));
}

static void put_word(const meta *m, size_t from, size_t to)
{
    const pag_described *word = &m->all[from];
    pag_str braces = braces_of(m, word);
    pag_call call;
    put_meanings(m, from, to);
    for (size_t i = from + 1; i < to; i++) {
        if (pag_form_call(m->arena, &m->all[i], braces, &call)) put_overload(m, &call);
    }
    if (pag_form_call(m->arena, word, braces, &call)) {
        put_function(m, word->word, &call);
    } else {
        put_value(m, word->word);
    }
}

void pag_editor_words(pag_arena *arena, pag_lang lang, pag_sink *sink)
{
    meta m = {.arena = arena, .lang = lang, .sink = sink};
    m.all = pag_described_all(&m.n);
    put(&m, PAG_STR("---@meta pagella\n"));
    put(&m, lang == PAG_IT ? PAG_STR("-- Le parole delle regole, scritte da  pagella aiuto regole "
                                     "--meta  per gli editor.\n\n")
                           : PAG_STR("-- The words of rules, written by  pagella help rules --meta "
                                     " for editors.\n\n"));
    put_classes(&m);
    for (int type = 0; type < PAG_TYPES; type++) put_type_class(&m, (pag_type)type);
    for (size_t i = 0; i < m.n; i = end_of(&m, i)) {
        if (is_called(m.all[i].place)) put_word(&m, i, end_of(&m, i));
    }
}
