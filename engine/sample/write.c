/* A sample as a file that people can read: keys in the order declared, titles at the end of the
 * lines where there is room. It knows on which line each value stands. */
#include "sample/internal.h"

#include "base/scalar.h"

enum { WIDTH = 100, INDENT = 2 };

typedef struct writing {
    pag_sample_model *model;
    pag_arena *arena;
    pag_text out;
    uint32_t line;   /* the one being written, from 1 */
    size_t begins;   /* where it begins */
    bool commenting; /* titles are written: not for the second entry of a list, it has the same */
    bool in_item;    /* the next key stands behind "- " */
} writing;

/* --- lines --- */

static void put(writing *w, pag_str text)
{
    pag_text_put(&w->out, text);
}

static void end_line(writing *w)
{
    pag_text_byte(&w->out, '\n');
    w->line++;
    w->begins = w->out.len;
}

static size_t width_so_far(const writing *w)
{
    return pag_text_width((pag_str){w->out.at + w->begins, w->out.len - w->begins});
}

/* The title behind the line, where both fit. */
static void end_line_about(writing *w, pag_str title)
{
    title = pag_text_one_line(w->arena, title);
    size_t width = width_so_far(w) + 4 + pag_text_width(title);
    if (w->commenting && title.len && width <= WIDTH) {
        put(w, PAG_STR("  # "));
        put(w, title);
    }
    end_line(w);
}

static void indent(writing *w, size_t depth)
{
    if (w->in_item && depth > 0) {
        for (size_t i = 0; i < (depth - 1) * INDENT; i++) pag_text_byte(&w->out, ' ');
        put(w, PAG_STR("- "));
    } else {
        for (size_t i = 0; i < depth * INDENT; i++) pag_text_byte(&w->out, ' ');
    }
    w->in_item = false;
}

static void put_key(writing *w, size_t depth, pag_str key)
{
    indent(w, depth);
    pag_text_put_scalar(&w->out, key, true);
    pag_text_byte(&w->out, ':');
}

/* --- what has anything to say --- */

static bool says_anything(const pag_sample_entry *entry);

static bool field_says(const pag_sample_field *field)
{
    for (size_t i = 0; i < field->n; i++) {
        if (pag_sample_text_of(&field->slots[i]).at) return true;
    }
    for (size_t i = 0; i < field->n_entries; i++) {
        if (!field->planned || says_anything(field->entries[i])) return true;
    }
    return false;
}

/* Lists in lists are as deep as the pack's own text may be. */
static bool says_anything(const pag_sample_entry *entry)
{
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        if (field_says(&entry->fields[i])) return true;
    }
    return entry->id.len > 0;
}

/* --- values --- */

static bool is_words(pag_type type)
{
    switch (type) {
    case PAG_TYPE_TEXT:
    case PAG_TYPE_CHOICE:
    case PAG_TYPE_CLASS:
    case PAG_TYPE_REF: return true;
    case PAG_TYPE_FLAG:
    case PAG_TYPE_DATE:
    case PAG_TYPE_WHOLE:
    case PAG_TYPE_NUMBER:
    case PAG_TYPE_POINTS:
    case PAG_TYPE_PERCENT:
    case PAG_TYPE_MONEY:
    case PAG_TYPE_SHEET:
    case PAG_TYPE_LIST: break;
    }
    return false;
}

static pag_str reason(const writing *w)
{
    return w->model->wish->lang == PAG_IT ? PAG_STR("esempio") : PAG_STR("example");
}

/* A mark, with its reason where the sheet wants one for each. */
static void put_mark(writing *w, pag_sample_slot *slot)
{
    bool motivated = slot->cell->motivated;
    slot->line = w->line;
    if (motivated) put(w, PAG_STR("{mark: "));
    pag_text_put_scalar(&w->out, pag_sample_text_of(slot), false);
    if (!motivated) return;
    put(w, PAG_STR(", because: "));
    pag_text_put_scalar(&w->out, reason(w), true);
    put(w, PAG_STR("}"));
}

/* "{a: 8, b: 10}", if the line has room for that; else nothing. */
static bool put_sheet_flat(writing *w, const pag_sample_field *field)
{
    size_t before = w->out.len;
    put(w, PAG_STR(" {"));
    for (size_t i = 0; i < field->n; i++) {
        if (i) put(w, PAG_STR(", "));
        pag_text_put_scalar(&w->out, field->slots[i].criterion->id, true);
        put(w, PAG_STR(": "));
        put_mark(w, &field->slots[i]);
    }
    put(w, PAG_STR("}"));
    if (width_so_far(w) <= WIDTH) return true;
    w->out.len = before;
    return false;
}

static void write_sheet(writing *w, const pag_sample_field *field, size_t depth)
{
    const pag_cell *cell = field->slots[0].cell;
    put_key(w, depth, cell->name);
    bool flat = !cell->motivated && put_sheet_flat(w, field);
    end_line_about(w, cell->title);
    for (size_t i = 0; !flat && i < field->n; i++) {
        put_key(w, depth + 1, field->slots[i].criterion->id);
        put(w, PAG_STR(" "));
        put_mark(w, &field->slots[i]);
        end_line_about(w, field->slots[i].criterion->title);
    }
}

static void write_scalar(writing *w, pag_sample_slot *slot, size_t depth)
{
    pag_str text = pag_sample_text_of(slot);
    slot->line = text.at ? w->line : 0;
    if (!text.at) return;
    put_key(w, depth, slot->cell->name);
    put(w, PAG_STR(" "));
    pag_text_put_scalar(&w->out, text, is_words(slot->cell->type));
    end_line_about(w, slot->cell->title);
}

/* --- entries --- */

static void write_entry(writing *w, const pag_sample_entry *entry, size_t depth);

static void write_planned(writing *w, const pag_sample_field *field, size_t depth)
{
    for (size_t i = 0; i < field->n_entries; i++) {
        const pag_sample_entry *entry = field->entries[i];
        if (!says_anything(entry)) continue;
        bool commenting = w->commenting;
        w->commenting = true; /* its name is its own */
        put_key(w, depth, entry->row->id);
        bool other = !pag_str_equal(entry->row->name, entry->row->id);
        end_line_about(w, other ? entry->row->name : PAG_STR(""));
        w->commenting = commenting && i == 0;
        write_entry(w, entry, depth + 1);
        w->commenting = commenting;
    }
}

static void write_items(writing *w, const pag_sample_field *field, size_t depth)
{
    bool commenting = w->commenting;
    for (size_t i = 0; i < field->n_entries; i++) {
        w->commenting = commenting && i == 0;
        w->in_item = true;
        write_entry(w, field->entries[i], depth + 1);
        if (!w->in_item) continue;
        indent(w, depth + 1); /* nothing was written */
        put(w, PAG_STR("{}"));
        end_line(w);
    }
    w->commenting = commenting;
}

static void write_list(writing *w, const pag_sample_field *field, size_t depth)
{
    const pag_group *list = field->entries[0]->group;
    put_key(w, depth, list->name);
    end_line_about(w, list->title);
    if (field->planned) {
        write_planned(w, field, depth + 1);
    } else {
        write_items(w, field, depth + 1);
    }
}

/* Lists in lists are as deep as the pack's own text may be. */
static void write_entry(writing *w, const pag_sample_entry *entry, size_t depth)
{
    if (entry->id.len) {
        put_key(w, depth, PAG_STR("id"));
        put(w, PAG_STR(" "));
        pag_text_put_scalar(&w->out, entry->id, true);
        end_line(w);
    }
    for (size_t i = 0; i < entry->group->n_cells; i++) {
        pag_sample_field *field = &entry->fields[i];
        if (!field_says(field)) continue;
        if (field->n_entries) {
            write_list(w, field, depth);
        } else if (field->slots[0].criterion) {
            write_sheet(w, field, depth);
        } else {
            write_scalar(w, &field->slots[0], depth);
        }
    }
}

/* --- the file --- */

/* Each line of the text as a comment. */
static void put_comment(writing *w, pag_str text)
{
    while (text.len) {
        size_t end = pag_str_find(text, '\n');
        put(w, end ? PAG_STR("# ") : PAG_STR("#"));
        put(w, (pag_str){text.at, end});
        end_line(w);
        if (end < text.len) end++;
        text = (pag_str){text.at + end, text.len - end};
    }
}

static void put_head(writing *w)
{
    const pag_sample_model *model = w->model;
    put_comment(w, model->wish->lang == PAG_IT
                       ? PAG_STR("ESEMPIO INVENTATO: nessun dato di questo file è vero, e ogni "
                                 "stampa dice che è un esempio.")
                       : PAG_STR("AN INVENTED EXAMPLE: nothing in this file is true, and every "
                                 "print says that it is an example."));
    put_comment(w, model->wish->comment);
    put(w, PAG_STR("rules: "));
    pag_text_put_scalar(&w->out, pag_pack_name(model->pack), true);
    end_line(w);
    put(w, PAG_STR("period: {from: "));
    put(w, pag_number_written(w->arena, model->from));
    put(w, PAG_STR(", to: "));
    put(w, pag_number_written(w->arena, model->to));
    put(w, PAG_STR("}"));
    end_line(w);
    put(w, PAG_STR("example: true"));
    end_line(w);
}

static void write_subject(writing *w, const pag_sample_entry *subject)
{
    if (subject->knob && subject->knob->at) return; /* left out */
    end_line(w);
    w->commenting = true;
    if (subject->group->top) {
        write_entry(w, subject, 0);
        return;
    }
    put_key(w, 0, subject->group->name);
    if (!says_anything(subject)) put(w, PAG_STR(" {}"));
    end_line_about(w, subject->group->title);
    write_entry(w, subject, 1);
}

pag_str pag_sample_text(pag_arena *arena, pag_sample_model *model)
{
    writing w = {.model = model, .arena = arena, .out = {.arena = arena}, .line = 1};
    for (size_t i = 0; i < model->slots.n; i++) model->slots.at[i]->line = 0;
    put_head(&w);
    for (size_t i = 0; i < model->n_subjects; i++) write_subject(&w, model->subjects[i]);
    return pag_text_str(&w.out);
}
