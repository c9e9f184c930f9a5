/* Values as text: as people read them in Italian, and as machines do. It never rounds and never
 * asks where a value came from. */
#include "base/text.h"
#include "schema/record.h"

typedef pag_str (*write_number)(struct pag_arena *, pag_number);

static pag_str whole_text(pag_arena *arena, int64_t n)
{
    pag_text text = {.arena = arena};
    pag_text_whole(&text, n);
    return pag_text_str(&text);
}

static pag_str marks_text(pag_arena *arena, const pag_sheet *sheet, write_number write)
{
    pag_text text = {.arena = arena};
    for (size_t i = 0; i < sheet->n; i++) {
        if (i) pag_text_byte(&text, ' ');
        const pag_mark *mark = &sheet->marks[i];
        pag_text_put(&text, mark->absent ? PAG_STR("na") : write(arena, mark->number));
    }
    return pag_text_str(&text);
}

/* What is written the same for people and for machines. */
static pag_str value_text(pag_arena *arena, pag_value value, write_number write)
{
    switch (value.kind) {
    case PAG_VALUE_NONE: break;
    case PAG_VALUE_NUMBER: return write(arena, value.number);
    case PAG_VALUE_TEXT: return value.text;
    case PAG_VALUE_FLAG: return value.flag ? PAG_STR("true") : PAG_STR("false");
    case PAG_VALUE_CHOICE: return value.choice->word;
    case PAG_VALUE_SHEET: return marks_text(arena, value.sheet, write);
    case PAG_VALUE_LIST: return whole_text(arena, (int64_t)value.list->n);
    case PAG_VALUE_ENTRY: return value.entry->id;
    case PAG_VALUE_TERM: break; /* of no evaluation */
    }
    return (pag_str){"", 0};
}

pag_str pag_value_people(pag_arena *arena, const pag_cell *cell, pag_value value)
{
    (void)cell;
    if (value.kind == PAG_VALUE_FLAG) return value.flag ? PAG_STR("sì") : PAG_STR("no");
    if (value.kind == PAG_VALUE_ENTRY) return value.entry->name;
    if (value.kind == PAG_VALUE_CHOICE) return pag_choice_label(value.choice);
    return value_text(arena, value, pag_number_people);
}

pag_str pag_value_plain(pag_arena *arena, const pag_cell *cell, pag_value value)
{
    (void)cell;
    return value_text(arena, value, pag_number_plain);
}
