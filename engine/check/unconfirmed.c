/* What is still to be confirmed in the packs that a check meets: gathered, not judged. A figure
 * that rests on it is withheld when it is evaluated; until then there is nothing wrong. */
#include "check/unconfirmed.h"

#include "base/list.h"
#include "bind/bind.h"
#include "check/told.h"

static pag_unconfirmed *known(pag_check *check, const pag_loaded_pack *pack)
{
    for (size_t i = 0; i < check->n_unconfirmed; i++) {
        if (check->unconfirmed[i].pack == pack) return &check->unconfirmed[i];
    }
    return NULL;
}

static pag_unconfirmed *gather(pag_check *check, const pag_loaded_pack *pack)
{
    pag_unconfirmed all = {.pack = pack};
    all.n = pag_bind_unconfirmed(pag_pack_bind(pack->pack), check->keep, &all.doubts);
    if (!all.n) return NULL;
    const pag_sources *sources = pag_pack_sources(pack->pack);
    for (size_t i = 0; i < all.n; i++) {
        check->to_confirm += pag_told_doubt(check, sources, all.doubts[i]);
    }
    check->unconfirmed = pag_list_grown(check->keep, check->unconfirmed, check->n_unconfirmed,
                                        &check->room_unconfirmed, sizeof *check->unconfirmed);
    check->unconfirmed[check->n_unconfirmed] = all;
    return &check->unconfirmed[check->n_unconfirmed++];
}

void pag_unconfirmed_note(pag_check *check, const pag_loaded_pack *pack, bool named)
{
    if (!pack || !pack->pack) return;
    pag_unconfirmed *found = known(check, pack);
    if (!found) found = gather(check, pack);
    if (found) found->named = found->named || named;
}
