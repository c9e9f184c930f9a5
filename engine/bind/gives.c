/* What the rows of a table give goes together: a cell that is looked up has its type to judge them
 * by, a table that a formula calls has not, and there a forgotten % would be a hundred times as
 * much. */
#include "bind/internal.h"

bool pag_give_is_plain(const pag_give *give)
{
    return give->is_number && pag_number_unit(give->number) == PAG_PLAIN &&
           pag_number_sign(give->number) != 0 && pag_str_find(give->text, '/') == give->text.len;
}

static bool is_percent(const pag_give *give)
{
    return give->is_number && pag_number_unit(give->number) == PAG_PERCENT;
}

/* The first give under this key that is a percentage; NULL when there is none. */
static const pag_give *percent_of(const pag_bands *table, pag_str key)
{
    for (size_t r = 0; r < table->n; r++) {
        const pag_band *row = &table->rows[r];
        for (size_t i = 0; i < row->n_gives; i++) {
            if (pag_str_equal(row->gives[i].key, key) && is_percent(&row->gives[i]))
                return &row->gives[i];
        }
    }
    return NULL;
}

static bool agree(pag_bind *bind, const pag_bands *table)
{
    bool ok = true;
    for (size_t r = 0; r < table->n; r++) {
        const pag_band *row = &table->rows[r];
        for (size_t i = 0; i < row->n_gives; i++) {
            const pag_give *give = &row->gives[i];
            const pag_give *percent = pag_give_is_plain(give) ? percent_of(table, give->key) : NULL;
            if (!percent) continue;
            ok = false;
            pag_diag_add(bind->diags, PAG_E0900, give->pos, 3, table->name, give->text,
                         percent->text)
                ->also = percent->pos;
        }
    }
    return ok;
}

/* What is to be confirmed is told with the table that it stands in. */
static void name_doubts(const pag_bands *table)
{
    for (size_t r = 0; r < table->n; r++) {
        const pag_band *row = &table->rows[r];
        for (size_t i = 0; i < row->n_gives; i++) {
            pag_doubt *doubt = row->gives[i].doubt;
            if (doubt) doubt->about = pag_table_label(table);
        }
    }
}

bool pag_gives_settle(pag_bind *bind)
{
    bool ok = true;
    for (size_t i = 0; i < bind->n_bands; i++) {
        name_doubts(bind->bands[i]);
        ok = agree(bind, bind->bands[i]) && ok;
    }
    return ok;
}
