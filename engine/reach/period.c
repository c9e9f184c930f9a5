/* What the period of an evaluation can be. */
#include "reach/internal.h"

pag_set pag_reach_day(pag_reach *r)
{
    pag_pos said;
    int64_t year = pag_pack_year(r->pack, &said);
    pag_end from = {true, true,
                    pag_number_with_unit(r->arena, pag_date_of_year(1900, false), PAG_PLAIN)};
    pag_end to = {true, true,
                  pag_number_with_unit(r->arena, pag_date_of_year(2999, true), PAG_PLAIN)};
    if (year) { /* the period lies within it */
        from.number = pag_number_with_unit(r->arena, pag_date_of_year(year, false), PAG_PLAIN);
        to.number = pag_number_with_unit(r->arena, pag_date_of_year(year, true), PAG_PLAIN);
    }
    pag_set days = pag_set_span(from, to);
    return pag_set_steps(r->arena, days, from.number, pag_number_whole(r->arena, 1));
}

pag_set pag_reach_year(pag_reach *r)
{
    pag_end from = {true, true, pag_number_whole(r->arena, 1900)};
    pag_end to = {true, true, pag_number_whole(r->arena, 2999)};
    pag_number one = pag_number_whole(r->arena, 1);
    return pag_set_steps(r->arena, pag_set_span(from, to), from.number, one);
}
