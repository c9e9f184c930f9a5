/* What the period of an evaluation can be. */
#include "reach/internal.h"

pag_set pag_reach_day(pag_reach *r)
{
    pag_pos said;
    int64_t year = pag_pack_year(r->pack, &said);
    /* the period lies within the year of the rules */
    return year ? pag_set_days(r->arena, year, year)
                : pag_set_days(r->arena, PAG_YEAR_FIRST, PAG_YEAR_LAST);
}

pag_set pag_reach_year(pag_reach *r)
{
    pag_end from = {true, true, pag_number_whole(r->arena, PAG_YEAR_FIRST)};
    pag_end to = {true, true, pag_number_whole(r->arena, PAG_YEAR_LAST)};
    pag_number one = pag_number_whole(r->arena, 1);
    return pag_set_steps(r->arena, pag_set_span(from, to), from.number, one);
}
