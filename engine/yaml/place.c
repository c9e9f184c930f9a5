/* Places in the file being read, the bytes around them, and refusals. It never judges. */
#include "yaml/inside.h"

enum { MOST_EXCERPT = 80 };

/* The first byte of a code point. */
static bool begins(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

size_t pag_yaml_offset(pag_yaml_file *file, yaml_mark_t mark)
{
    size_t index = file->walked_index, offset = file->walked_offset;
    while (index < mark.index && offset < file->bytes.len) {
        offset++;
        if (offset == file->bytes.len || begins(file->bytes.at[offset])) index++;
    }
    while (index > mark.index && offset > file->start) {
        offset--;
        if (begins(file->bytes.at[offset])) index--;
    }
    file->walked_index = index;
    file->walked_offset = offset;
    return offset;
}

pag_pos pag_yaml_pos(const pag_yaml_file *file, yaml_mark_t from, yaml_mark_t to)
{
    bool within = from.line == to.line && to.column > from.column;
    return (pag_pos){.source = file->source,
                     .line = (uint32_t)from.line + 1 + file->lines_before,
                     .column = (uint32_t)from.column + 1,
                     .width = within ? (uint32_t)(to.column - from.column) : 1};
}

pag_pos pag_yaml_pos_at(const pag_yaml_file *file, size_t offset, size_t len)
{
    return pag_sources_at(pag_diagnostics_sources(file->diags), file->source, offset, len);
}

char pag_yaml_byte(const pag_yaml_file *file, size_t offset)
{
    return offset < file->bytes.len ? file->bytes.at[offset] : '\0';
}

size_t pag_yaml_line_start(const pag_yaml_file *file, size_t offset)
{
    while (offset > file->start && file->bytes.at[offset - 1] != '\n') offset--;
    return offset;
}

size_t pag_yaml_line_end(const pag_yaml_file *file, size_t offset)
{
    size_t end = offset;
    while (end < file->bytes.len && file->bytes.at[end] != '\n') end++;
    return end > offset && file->bytes.at[end - 1] == '\r' ? end - 1 : end;
}

size_t pag_yaml_skip_blanks(const pag_yaml_file *file, size_t offset)
{
    while (pag_yaml_byte(file, offset) == ' ' || pag_yaml_byte(file, offset) == '\t') offset++;
    return offset;
}

bool pag_yaml_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

pag_str pag_yaml_clip(pag_str text)
{
    if (text.len <= MOST_EXCERPT) return text;
    text.len = MOST_EXCERPT;
    while (text.len > 0 && !begins(text.at[text.len])) text.len--;
    return text;
}

pag_str pag_yaml_excerpt(const pag_yaml_file *file, size_t from, size_t to)
{
    if (to > file->bytes.len) to = file->bytes.len;
    if (to <= from) return PAG_STR("");
    return pag_yaml_clip((pag_str){file->bytes.at + from, to - from});
}

static void count_error(pag_yaml_file *file, pag_code code)
{
    file->errors++;
    if (file->status != PAG_LIMIT) file->status = pag_code_status(code);
}

pag_diagnostic *pag_yaml_refuse(pag_yaml_file *file, pag_code code, pag_pos pos, pag_str argument)
{
    count_error(file, code);
    return pag_diag_add(file->diags, code, pos, argument.at ? 1 : 0, argument);
}

pag_diagnostic *pag_yaml_refuse_two(pag_yaml_file *file, pag_code code, pag_pos pos, pag_str first,
                                    pag_str second)
{
    count_error(file, code);
    return pag_diag_add(file->diags, code, pos, 2, first, second);
}

void pag_yaml_refuse_comma(pag_yaml_file *file, pag_pos pos, const pag_str arguments[3])
{
    count_error(file, PAG_E0229);
    pag_diag_add(file->diags, PAG_E0229, pos, 3, arguments[0], arguments[1], arguments[2]);
}

bool pag_yaml_full(const pag_yaml_file *file)
{
    return file->errors >= PAG_YAML_MOST_ERRORS;
}

bool pag_yaml_stops(pag_yaml_file *file, pag_pos pos)
{
    if (!pag_yaml_full(file)) return false;
    pag_yaml_refuse(file, PAG_E0514, pos, PAG_STR("100"));
    return true;
}
