/* Values of YAML files that the program writes. */
#ifndef PAG_BASE_SCALAR_H
#define PAG_BASE_SCALAR_H

#include "base/text.h"

/* Appends `text` as a scalar of YAML that stands anywhere, also in brackets: as it is where nobody
 * could take it for anything else, between double quotes otherwise. `words`: it is a text, and what
 * other readers take for a number or a truth ("no", "12") is quoted too. */
void pag_text_put_scalar(pag_text *out, pag_str text, bool words);

#endif
