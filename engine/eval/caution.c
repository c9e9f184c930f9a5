/* The two sentences above a draft and above an example. */
#include "eval/caution.h"

#include "base/text.h"

static pag_str say(pag_lang lang, const char *english, const char *italian)
{
    return pag_str_from(lang == PAG_IT ? italian : english);
}

pag_str pag_caution_draft(pag_arena *arena, pag_lang lang, size_t n)
{
    pag_text line = {.arena = arena};
    pag_text_put(&line, say(lang, "DRAFT: ", "BOZZA: "));
    if (n > 0) pag_text_whole(&line, (int64_t)n);
    pag_text_put(&line, n == 0   ? say(lang, "no amount rests on", "nessun importo poggia su")
                        : n == 1 ? say(lang, " amount rests on", " importo poggia su")
                                 : say(lang, " amounts rest on", " importi poggiano su"));
    pag_text_put(&line, say(lang, " values still to be confirmed", " valori da confermare"));
    return pag_text_str(&line);
}

pag_str pag_caution_example(pag_lang lang)
{
    return say(lang, "INVENTED EXAMPLE: marks and amounts are not real",
               "ESEMPIO INVENTATO: voti e importi non sono reali");
}
