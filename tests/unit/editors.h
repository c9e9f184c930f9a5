/* What the tests of the editors' files share. */
#ifndef PAG_TESTS_EDITORS_H
#define PAG_TESTS_EDITORS_H

#include "editor/editor.h"
#include "packs.h"

static inline bool collect(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

static inline pag_editor editor(pag_lang lang)
{
    return (pag_editor){.arena = &packs.arena, .lang = lang, .pack = packs.pack, .one_line = true};
}

static inline const char *schema(void)
{
    pag_text text = {.arena = &packs.arena};
    pag_sink sink = {.write = collect, .ud = &text};
    assert_true(load());
    const pag_editor italian = editor(PAG_IT);
    pag_editor_schema(&italian, &sink);
    return pag_arena_copy(&packs.arena, pag_text_str(&text)).at;
}

static inline void assert_says(const char *text, const char *part)
{
    if (!strstr(text, part)) fail_msg("%s\nis not in\n%s", part, text);
}

static inline void assert_silent(const char *text, const char *part)
{
    if (strstr(text, part)) fail_msg("%s\nis in\n%s", part, text);
}

#endif
