/* The descriptions of words.def as a table. */
#include "bind/reference.h"

#define TEXT(text)                                                                                 \
    {                                                                                              \
        (text), sizeof(text) - 1                                                                   \
    }

const pag_described *pag_described_all(size_t *n)
{
    static const pag_described all[] = {
#define PLACE(place, english, italian)
#define WORD(place, word, form, english, italian)                                                  \
    {PAG_PLACE_##place, TEXT(word), TEXT(form), {TEXT(english), TEXT(italian)}},
#include "bind/words.def"
#undef WORD
#undef PLACE
    };
    *n = sizeof all / sizeof *all;
    return all;
}

pag_str pag_described_kinds(pag_place place, pag_str word)
{
    static const struct {
        pag_place place;
        pag_str word, kinds;
    } all[] = {
#define PLACE(place, english, italian)
#define WORD(place, word, form, english, italian)
#define KIND(place, word, kinds) {PAG_PLACE_##place, TEXT(word), TEXT(kinds)},
#include "bind/words.def"
#undef WORD
#undef PLACE
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i].place == place && pag_str_equal(all[i].word, word)) return all[i].kinds;
    }
    return PAG_STR("");
}

const pag_str *pag_place_title(pag_place place)
{
    static const pag_str titles[PAG_PLACES][2] = {
#define PLACE(place, english, italian) {TEXT(english), TEXT(italian)},
#define WORD(place, word, form, english, italian)
#include "bind/words.def"
#undef WORD
#undef PLACE
    };
    return titles[place];
}

pag_str pag_place_name(pag_arena *arena, pag_place place)
{
    static const pag_str names[PAG_PLACES] = {
#define PLACE(place, english, italian) TEXT(#place),
#define WORD(place, word, form, english, italian)
#include "bind/words.def"
#undef WORD
#undef PLACE
    };
    pag_text small = {.arena = arena};
    for (size_t i = 0; i < names[place].len; i++) {
        pag_text_byte(&small, (char)(names[place].at[i] - 'A' + 'a'));
    }
    return pag_text_str(&small);
}

bool pag_place_is_for(pag_place place, pag_type type)
{
    bool number = pag_type_is_number(type), list = type == PAG_TYPE_LIST;
    switch (place) {
    case PAG_PLACE_ANY: return !list;
    case PAG_PLACE_ASKED: return !list && type != PAG_TYPE_SHEET;
    case PAG_PLACE_SCALARS: return !list && type != PAG_TYPE_SHEET && type != PAG_TYPE_REF;
    case PAG_PLACE_NUMBERS: return number;
    case PAG_PLACE_BOUNDED: return number || type == PAG_TYPE_SHEET;
    case PAG_PLACE_SHEETS: return type == PAG_TYPE_SHEET;
    case PAG_PLACE_REFS: return type == PAG_TYPE_REF;
    case PAG_PLACE_GROUPS: return list;
    case PAG_PLACE_DECLARING:
    case PAG_PLACE_TYPES:
    case PAG_PLACE_PACK:
    case PAG_PLACE_CRITERIA:
    case PAG_PLACE_BANDS:
    case PAG_PLACE_BAND:
    case PAG_PLACE_TABLES:
    case PAG_PLACE_KEYED:
    case PAG_PLACE_DATED:
    case PAG_PLACE_SPLITS:
    case PAG_PLACE_ROUNDING:
    case PAG_PLACE_CONDITIONS:
    case PAG_PLACE_FORMULAS:
    case PAG_PLACES: break;
    }
    return false;
}
