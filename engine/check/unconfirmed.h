/* What is still to be confirmed in the packs that a check meets. Not for other rooms. */
#ifndef PAG_CHECK_UNCONFIRMED_H
#define PAG_CHECK_UNCONFIRMED_H

#include "check/check.h"

/* Takes NULL and a pack that did not load. Each place is counted once, whatever pack uses it. */
void pag_unconfirmed_note(pag_check *check, const pag_loaded_pack *pack, bool named);

#endif
