/* Numbers that somebody wrote, on their way through a formula: plain numbers in units that exist
 * only here. A NUMERAL is on its way through an operator; COUNTED was one of Lua's whole numbers
 * and becomes one again if its partner is one too. GIVEN stands in a row of a table, see
 * pag_operand. */
#ifndef PAG_BIND_NUMERAL_H
#define PAG_BIND_NUMERAL_H

#include "bind/exact.h"

/* KEY and GIVEN share their bits: the one is always zero, and the other never. */
enum { KEY = 5, GIVEN = 5, NUMERAL = 6, COUNTED = 7, UNIT_SHIFT = 2, UNIT_MASK = 7 };

static inline unsigned unit_bits(pag_number x)
{
    return (unsigned)(x.bits >> UNIT_SHIFT) & UNIT_MASK;
}

static inline pag_number with_bits(pag_number x, unsigned unit)
{
    const uint64_t mask = (uint64_t)UNIT_MASK << UNIT_SHIFT;
    return (pag_number){(x.bits & ~mask) | (uint64_t)unit << UNIT_SHIFT};
}

static inline bool is_numeral(pag_number x)
{
    return unit_bits(x) >= NUMERAL;
}

static inline bool is_given(pag_number x)
{
    return unit_bits(x) == GIVEN;
}

#endif
