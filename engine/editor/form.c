/* Forms are written by us, for people, and follow a few patterns; a form that follows none says
 * nothing about types, and is shown all the same. */
#include "editor/form.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name(pag_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        if (!letter && !(i && is_digit(c))) return false;
    }
    return text.len > 0;
}

static pag_str after(pag_str text, size_t n)
{
    return (pag_str){text.at + n, text.len - n};
}

static bool begins(pag_str text, const char *with)
{
    return pag_str_starts(text, pag_str_from(with));
}

/* --- values --- */

pag_str pag_form_written(pag_str form)
{
    size_t equals = pag_str_find(form, '=');
    if (equals == form.len) return PAG_STR("");
    pag_str value = after(form, equals + 1);
    while (value.len && *value.at == ' ') value = after(value, 1);
    return value;
}

pag_form_kind pag_form_value(pag_str form)
{
    pag_str value = pag_form_written(form);
    bool quoted = value.len > 1 && value.at[0] == '"';
    if (begins(value, "\"…\"")) return PAG_FORM_FREE;
    if (quoted) {
        bool whole = value.at[value.len - 1] == '"';
        if (!is_digit(value.at[1])) return whole ? PAG_FORM_WORD : PAG_FORM_ANY;
        return pag_str_find(value, '-') < value.len ? PAG_FORM_TEXT : PAG_FORM_NUMBER;
    }
    if (value.len && is_digit(value.at[0])) return PAG_FORM_NUMBER;
    if (begins(value, "true")) return PAG_FORM_FLAG;
    if (begins(value, "function")) return PAG_FORM_FUNCTION;
    return begins(value, "{") ? PAG_FORM_BRACES : PAG_FORM_ANY;
}

/* --- calls --- */

static pag_parameter parameter_of(pag_str text)
{
    if (begins(text, "function")) {
        return (pag_parameter){PAG_STR("f"), PAG_STR("fun(...: any): any")};
    }
    if (begins(text, "…")) return (pag_parameter){PAG_STR("..."), PAG_STR("any")};
    if (begins(text, "\"")) {
        pag_str word = {text.at + 1, text.len - 2};
        if (is_name(word)) return (pag_parameter){word, PAG_STR("string")};
        return (pag_parameter){PAG_STR("value"), PAG_STR("any")};
    }
    size_t dot = pag_str_find(text, '.');
    pag_str name = dot < text.len ? after(text, dot + 1) : text;
    return (pag_parameter){is_name(name) ? name : PAG_STR("value"), PAG_STR("any")};
}

/* Those between the parentheses that `text` begins with. */
static void take_parameters(pag_str text, pag_call *out)
{
    size_t depth = 0, from = 1;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '(') depth++;
        if (c == ')') depth--;
        bool ends = depth == 0 || (depth == 1 && c == ',');
        if (ends && i > from && out->n < PAG_MOST_PARAMETERS) {
            out->parameters[out->n++] = parameter_of((pag_str){text.at + from, i - from});
        }
        if (depth == 0) return;
        if (ends) from = i + 2; /* the comma and a blank */
    }
}

/* The text after the word, where it is called. */
static bool find_call(pag_str form, pag_str word, pag_str *out)
{
    for (size_t i = 0; i + word.len < form.len; i++) {
        *out = after(form, i + word.len);
        bool apart = i == 0 || form.at[i - 1] == ' ';
        bool called = begins(*out, "(") || begins(*out, " {") || begins(*out, " \"");
        if (apart && called && pag_str_starts(after(form, i), word)) return true;
    }
    return false;
}

bool pag_form_call(pag_arena *arena, const pag_described *word, pag_str braces, pag_call *out)
{
    pag_str rest;
    *out = (pag_call){.returns = PAG_STR("any")};
    if (!find_call(word->form, word->word, &rest)) return false;
    if (begins(rest, "(")) {
        take_parameters(rest, out);
    } else if (begins(rest, " {")) {
        out->parameters[out->n++] = (pag_parameter){PAG_STR("fields"), braces};
    } else {
        out->parameters[out->n++] = (pag_parameter){PAG_STR("name"), PAG_STR("string")};
        bool more = rest.at[rest.len - 1] == '}'; /* bands "name" { … } */
        if (more) {
            out->returns =
                pag_text_join(arena, 3, PAG_STR("fun(rows: "), braces, PAG_STR("): any"));
        }
    }
    return true;
}
