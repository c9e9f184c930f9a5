/* What is told where numbers of different units meet: what each of them may be meant for. */
#include "bind/internal.h"

bool pag_exact_is_share(pag_arena *arena, pag_number x, pag_str *per_cent)
{
    enum { HUNDRED = 100 };
    pag_number hundredfold;
    bool between = pag_number_sign(x) > 0 && pag_number_order(x, pag_number_whole(arena, 1)) <= 0;
    if (!between || pag_number_multiply(arena, &hundredfold, x, pag_number_whole(arena, HUNDRED)) !=
                        PAG_NUMBER_OK) {
        return false;
    }
    *per_cent = pag_number_written(arena, hundredfold);
    return true;
}

pag_code pag_exact_mixture(const char *sign, pag_number a, pag_number b)
{
    pag_unit first = pag_number_unit(a), second = pag_number_unit(b);
    if (*sign == '*' || *sign == '/') return PAG_E0458;
    bool ratio = (first == PAG_PLAIN && second == PAG_PERCENT) ||
                 (first == PAG_PERCENT && second == PAG_PLAIN);
    return ratio ? PAG_E0325 : PAG_E0457;
}
