/* What can be said about a file before libyaml reads it, and about what follows the document: the
 * encoding, characters nobody sees, directives, further documents. It never looks inside the
 * document's structure. */
#include "diag/readable.h"
#include "yaml/inside.h"

#include <string.h>

bool pag_yaml_check_bytes(pag_yaml_file *file)
{
    pag_pos whole = {.source = file->source};
    if (file->bytes.len > PAG_YAML_MOST_BYTES) {
        pag_str path = pag_sources_path(pag_diagnostics_sources(file->diags), file->source);
        pag_yaml_refuse_two(file, PAG_E0005, whole, path, PAG_STR("8 MiB"));
        return false;
    }
    enum { MOST = PAG_YAML_MOST_ERRORS };
    file->errors = pag_readable_judge(file->diags, file->source, MOST, &file->start);
    if (file->errors) file->status = file->errors > MOST ? PAG_LIMIT : PAG_INVALID;
    return file->errors == 0;
}

/* Where the text of a line begins, or the end of the line if it has none or is a comment. */
static size_t text_of_line(const pag_yaml_file *file, size_t at)
{
    size_t text = pag_yaml_skip_blanks(file, at);
    return pag_yaml_byte(file, text) == '#' ? pag_yaml_line_end(file, text) : text;
}

static bool is_line_end(const pag_yaml_file *file, size_t at)
{
    char c = pag_yaml_byte(file, at);
    return c == '\n' || c == '\0' || c == '\r';
}

static size_t next_line(const pag_yaml_file *file, size_t at)
{
    const char *from = file->bytes.at + at;
    const char *found = at < file->bytes.len ? memchr(from, '\n', file->bytes.len - at) : NULL;
    return found ? at + (size_t)(found - from) + 1 : file->bytes.len;
}

static void refuse_directive(pag_yaml_file *file, size_t at)
{
    size_t end = pag_yaml_line_end(file, at);
    pag_yaml_refuse(file, PAG_E0209, pag_yaml_pos_at(file, at, end - at),
                    pag_yaml_excerpt(file, at, end));
}

bool pag_yaml_skip_directives(pag_yaml_file *file)
{
    uint32_t lines = 0;
    for (size_t at = file->start; at < file->bytes.len; at = next_line(file, at)) {
        bool directive = file->bytes.at[at] == '%';
        if (!directive && !is_line_end(file, text_of_line(file, at))) return true;
        lines++;
        if (!directive) continue;
        if (pag_yaml_full(file)) return true;
        refuse_directive(file, at);
        file->start = next_line(file, at);
        file->lines_before = lines;
    }
    return false;
}

/* "---" or "..." alone at the start of a line. */
static bool is_marker(const pag_yaml_file *file, size_t at, const char *marker)
{
    pag_str rest = {file->bytes.at + at, file->bytes.len - at};
    bool starts = pag_str_starts(rest, (pag_str){marker, 3});
    return starts && at == pag_yaml_line_start(file, at) &&
           pag_yaml_is_space(pag_yaml_byte(file, at + 3));
}

void pag_yaml_check_tail(pag_yaml_file *file, size_t offset, pag_yaml_value root)
{
    bool ended = false;
    while (offset < file->bytes.len) {
        size_t at = text_of_line(file, offset);
        if (is_line_end(file, at)) {
            offset = next_line(file, at);
        } else if (is_marker(file, at, "...")) {
            ended = true;
            offset = at + 3;
        } else if (file->bytes.at[at] == '%' && at == pag_yaml_line_start(file, at)) {
            refuse_directive(file, at);
            return;
        } else if (ended || is_marker(file, at, "---")) {
            size_t end = pag_yaml_line_end(file, at);
            pag_yaml_refuse(file, PAG_E0208, pag_yaml_pos_at(file, at, end - at), (pag_str){0});
            return;
        } else {
            if (!pag_yaml_tell_rest(file, at, root)) {
                pag_yaml_tell_indentation(file, at, PAG_YAML_NOWHERE);
            }
            return;
        }
    }
}
