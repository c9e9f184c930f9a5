/* Padding by display width, where "é" and "€" are one column and bytes do not count. */
#include "explain/layout.h"

void pag_layout_blanks(pag_text *out, size_t n)
{
    while (n-- > 0) pag_text_byte(out, ' ');
}

void pag_layout_field(pag_text *out, pag_str text, size_t width, bool right)
{
    size_t own = pag_text_width(text), rest = own < width ? width - own : 0;
    if (right) pag_layout_blanks(out, rest);
    pag_text_put(out, text);
    if (!right) pag_layout_blanks(out, rest);
}

void pag_layout_colored(pag_text *out, pag_str text, const char *color)
{
    if (color) pag_text_put(out, pag_str_from(color));
    pag_text_put(out, text);
    if (color) pag_text_put(out, PAG_STR("\x1b[0m"));
}

void pag_layout_sides(pag_text *out, pag_str left, pag_str right, size_t width, const char *color)
{
    size_t taken = pag_text_width(left) + pag_text_width(right);
    pag_layout_colored(out, left, color);
    if (right.len && taken + 2 <= width) {
        pag_layout_blanks(out, width - taken);
        pag_text_put(out, right);
    } else if (right.len) {
        pag_text_byte(out, '\n');
        pag_text_put(out, right);
    }
    pag_text_byte(out, '\n');
}
