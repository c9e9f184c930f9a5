/* What a value looks like where it was written. The nodes of a table's cells hold numbers and days
 * in the plain form; people read in a message what their cell says, and what to write there
 * instead. */
#include "schema/reader.h"

#include "base/text.h"

bool pag_said_in_table(const pag_reader *reader, pag_pos pos, pag_source_cell *out)
{
    return pag_sources_cell(pag_diagnostics_sources(reader->diags), pos, out);
}

pag_str pag_said_text(const pag_reader *reader, pag_pos pos, pag_str text)
{
    pag_source_cell cell;
    return text.len && pag_said_in_table(reader, pos, &cell) && cell.text.len ? cell.text : text;
}

pag_str pag_said_name(const pag_reader *reader, pag_pos pos, pag_str name)
{
    pag_source_cell cell;
    return pag_said_in_table(reader, pos, &cell) && cell.name.len ? cell.name : name;
}

/* "2024-12-31" → "31/12/2024" */
static pag_str italian_day(pag_arena *arena, pag_str day)
{
    enum { YEAR = 4, MONTH = 5, DAY = 8, PART = 2 };
    return pag_text_join(arena, 5, (pag_str){day.at + DAY, PART}, PAG_STR("/"),
                         (pag_str){day.at + MONTH, PART}, PAG_STR("/"), (pag_str){day.at, YEAR});
}

pag_str pag_said_as(const pag_reader *reader, pag_pos pos, pag_str plain)
{
    pag_source_cell cell;
    pag_number day;
    pag_text out = {.arena = reader->arena};
    if (!pag_said_in_table(reader, pos, &cell) || !cell.commas) return plain;
    if (pag_date_parse(plain, &day) == PAG_NUMBER_OK) return italian_day(reader->arena, plain);
    for (size_t i = 0; i < plain.len; i++) {
        pag_text_byte(&out, plain.at[i] == '.' ? ',' : plain.at[i]);
    }
    return pag_text_str(&out);
}

bool pag_said_no_column(const pag_reader *reader, pag_pos pos, pag_str column, pag_str title)
{
    pag_source_cell cell;
    if (!pag_said_in_table(reader, pos, &cell) || !cell.header.source) return false;
    pag_diag_add(reader->diags, PAG_E1152, cell.header, 2, column, title);
    return true;
}
