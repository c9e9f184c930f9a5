/* The list of codes as constant tables. Every sentence of the program that reports trouble is here
 * by way of codes.def, and nowhere else. */
#include "diag/write.h"

struct entry {
    pag_str text;
    pag_severity severity;
    pag_status status;
    pag_str sentences[3][2]; /* message, note, help; English, Italian */
};

#define LITERAL(text)                                                                              \
    {                                                                                              \
        (text), sizeof(text) - 1                                                                   \
    }
static const struct entry entries[PAG_CODES] = {
#define X(code, severity, status, message_en, message_it, note_en, note_it, help_en, help_it)      \
    [PAG_##code] = {LITERAL(#code),                                                                \
                    (severity),                                                                    \
                    (status),                                                                      \
                    {{LITERAL(message_en), LITERAL(message_it)},                                   \
                     {LITERAL(note_en), LITERAL(note_it)},                                         \
                     {LITERAL(help_en), LITERAL(help_it)}}},
#include "diag/codes.def"
#undef X
};

pag_str pag_code_text(pag_code code)
{
    return entries[code].text;
}

pag_severity pag_code_severity(pag_code code)
{
    return entries[code].severity;
}

pag_status pag_code_status(pag_code code)
{
    return entries[code].status;
}

bool pag_code_find(pag_str text, pag_code *out)
{
    for (size_t i = 0; i < PAG_CODES; i++) {
        if (pag_str_equal(entries[i].text, text)) {
            *out = (pag_code)i;
            return true;
        }
    }
    return false;
}

pag_str pag_code_template(pag_code code, pag_lang lang, int part)
{
    return entries[code].sentences[part][lang == PAG_IT];
}
