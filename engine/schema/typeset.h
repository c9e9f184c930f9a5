/* Signs that word processors set in place of those of the keyboard, in a number or a day. */
#ifndef PAG_SCHEMA_TYPESET_H
#define PAG_SCHEMA_TYPESET_H

#include "base/text.h"

/* The text as it is typed: "−5" is "-5", and a blank that does not break is left out. `*sign` names
 * the first sign that was changed, with its code point ("− (U+2212)", "U+00A0" of a blank); empty:
 * there is none. `*blank`: it is one. */
pag_str pag_typeset_typed(pag_arena *arena, pag_str text, pag_str *sign, bool *blank);

#endif
