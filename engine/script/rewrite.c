/* The text for Lua: the source, byte for byte, with a few words put in and no line more or less. */
#include "script/parser.h"

static void put_between(pag_text *out, const char *before, uint32_t number, const char *after)
{
    pag_text_put(out, pag_str_from(before));
    pag_text_whole(out, number);
    pag_text_put(out, pag_str_from(after));
}

static void put_insertion(pag_text *out, const pag_insertion *insertion,
                          const pag_vocabulary *vocabulary)
{
    uint32_t table = vocabulary->first_table ? *vocabulary->first_table : 0;
    uint32_t site = vocabulary->first_site ? *vocabulary->first_site : 0;
    uint32_t mark = vocabulary->first_mark ? *vocabulary->first_mark : 0;
    switch (insertion->kind) {
    case PAG_INSERT_TABLE: put_between(out, "[\"\\1\"]=", table + insertion->number, ","); break;
    case PAG_INSERT_SITE: put_between(out, "", site + insertion->number, ","); break;
    case PAG_INSERT_SITE_ALONE: put_between(out, "", site + insertion->number, ""); break;
    case PAG_INSERT_DIVISION: pag_text_put(out, PAG_STR("__one/")); break;
    case PAG_INSERT_SUM: pag_text_put(out, PAG_STR("__num+")); break;
    case PAG_INSERT_DIFFERENCE: pag_text_put(out, PAG_STR("__num-")); break;
    case PAG_INSERT_PRODUCT: pag_text_put(out, PAG_STR("__num*")); break;
    case PAG_INSERT_ORDER: pag_text_put(out, PAG_STR("+__num")); break;
    case PAG_INSERT_BOUND: pag_text_put(out, PAG_STR("(")); break;
    case PAG_INSERT_BOUND_END: pag_text_put(out, PAG_STR(")+__num+0")); break;
    case PAG_INSERT_KEY: pag_text_put(out, PAG_STR("__key..(")); break;
    case PAG_INSERT_KEY_END: pag_text_put(out, PAG_STR(")")); break;
    case PAG_INSERT_MARK: put_between(out, " __at(", mark + insertion->number, "); "); break;
    case PAG_INSERT_NOTHING: break;
    }
}

/* A byte order mark is left out: Lua would not know it. */
pag_str pag_rewrite(pag_arena *arena, pag_str text, const pag_insertion *insertions, size_t n,
                    const pag_vocabulary *vocabulary)
{
    pag_text out = {.arena = arena};
    size_t at = pag_str_starts(text, PAG_STR("\xEF\xBB\xBF")) ? 3 : 0;
    for (size_t i = 0; i < n; i++) {
        pag_text_put(&out, (pag_str){text.at + at, insertions[i].offset - at});
        put_insertion(&out, &insertions[i], vocabulary);
        at = insertions[i].offset;
    }
    pag_text_put(&out, (pag_str){text.at + at, text.len - at});
    return pag_text_str(&out);
}
