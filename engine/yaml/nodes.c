/* libyaml's events become nodes, on a stack of our own: the depth of a file never becomes the depth
 * of the program. What this house refuses of YAML is refused here, event by event. It never reads
 * ahead, and never asks which value a text means. */
#include "yaml/nodes.h"

#include "diag/readable.h"

#include <string.h>

static pag_pos pos_of(const pag_yaml_nodes *n)
{
    return pag_yaml_pos(n->file, n->event->start_mark, n->event->end_mark);
}

static pag_diagnostic *refuse(pag_yaml_nodes *n, pag_code code, pag_str argument)
{
    return pag_yaml_refuse(n->file, code, pos_of(n), argument);
}

static void push(pag_yaml_nodes *n, pag_pair child)
{
    if (n->count == n->room) {
        size_t room = n->room ? n->room * 2 : 64;
        pag_pair *larger = PAG_NEW_ARRAY(n->scratch, pag_pair, room);
        if (n->count) memcpy(larger, n->pending, n->count * sizeof *larger);
        n->pending = larger;
        n->room = room;
    }
    n->pending[n->count++] = child;
}

static pag_yaml_frame *top(pag_yaml_nodes *n)
{
    return n->depth ? &n->frames[n->depth - 1] : NULL;
}

static bool wants_key(pag_yaml_nodes *n)
{
    return n->depth && top(n)->wants_key;
}

static void put_key(pag_yaml_nodes *n, pag_str key)
{
    push(n, (pag_pair){.key = key, .key_pos = pos_of(n)});
    top(n)->wants_key = false;
}

/* Hands a finished value to whoever waits for it. */
static void put_value(pag_yaml_nodes *n, const pag_node *node)
{
    pag_yaml_frame *f = top(n);
    if (!f) {
        n->root = node;
    } else if (f->node->kind == PAG_NODE_MAP) {
        n->pending[n->count - 1].value = node;
        f->wants_key = true;
    } else {
        push(n, (pag_pair){.value = node});
    }
}

static pag_node *node_create(pag_yaml_nodes *n, pag_node_kind kind)
{
    if (++n->made > PAG_YAML_MOST_NODES && !n->over) {
        refuse(n, PAG_E0513, (pag_str){0});
        n->over = true;
    }
    pag_node *node = PAG_NEW(n->file->arena, pag_node);
    node->kind = kind;
    node->pos = pos_of(n);
    node->text = PAG_STR("");
    return node;
}

/* The word of a node's properties that begins with `sign`; both an anchor and a tag may stand in
 * front of a value, in any order and on lines of their own. */
static void refuse_property(pag_yaml_nodes *n, pag_code code, char sign)
{
    pag_yaml_file *file = n->file;
    size_t at = pag_yaml_offset(file, n->event->start_mark), end = at;
    for (;;) {
        while (!pag_yaml_is_space(pag_yaml_byte(file, end))) end++;
        if (pag_yaml_byte(file, at) == sign || end >= file->bytes.len) break;
        while (end < file->bytes.len && pag_yaml_is_space(file->bytes.at[end])) end++;
        at = end;
    }
    pag_yaml_refuse(file, code, pag_yaml_pos_at(file, at, end - at),
                    pag_yaml_excerpt(file, at, end));
}

static void check_properties(pag_yaml_nodes *n, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor) refuse_property(n, PAG_E0211, '&');
    if (tag) refuse_property(n, PAG_E0210, '!');
}

static pag_str text_of(const yaml_event_t *event)
{
    return (pag_str){(const char *)event->data.scalar.value, event->data.scalar.length};
}

static bool is_plain(const yaml_event_t *event)
{
    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

/* A blank that does not break lines, copied from a word processor, hides at the ends of a text and
 * behind the dash of a list. Behind a colon inside a text it is part of that. */
static void check_ends(pag_yaml_nodes *n)
{
    pag_yaml_file *file = n->file;
    size_t from = pag_yaml_offset(file, n->event->start_mark);
    size_t to = pag_yaml_offset(file, n->event->end_mark);
    size_t behind = pag_yaml_byte(file, from) == '-' ? from + 1 : from;
    size_t at = pag_yaml_find_no_break(file, behind, behind + 2);
    if (at == PAG_YAML_NOWHERE && to > from + 2) at = pag_yaml_find_no_break(file, to - 2, to);
    if (at != PAG_YAML_NOWHERE) pag_yaml_refuse_no_break(file, at);
}

/* What looks like "key: value" and is not. */
static void refuse_colon(pag_yaml_nodes *n, pag_pos pos, size_t from, size_t to)
{
    size_t at = pag_yaml_find_no_break(n->file, from, to);
    if (at != PAG_YAML_NOWHERE) {
        pag_yaml_refuse_no_break(n->file, at);
    } else {
        pag_yaml_refuse(n->file, PAG_E0217, pos, pag_yaml_excerpt(n->file, from, to));
    }
}

/* An escape can bring in what the bytes of the file may not hold. */
static void check_letters(pag_yaml_nodes *n)
{
    pag_str text = text_of(n->event);
    size_t at = 0;
    if (is_plain(n->event)) check_ends(n);
    if (n->event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE) return;
    size_t len = pag_invisible_find(text, &at);
    if (len == 0) return;
    pag_str letter = {text.at + at, len};
    refuse(n, PAG_E0205, pag_letter_name(n->file->arena, letter));
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* "1.234" and "56 €" → "1234.56" */
static pag_str with_point(pag_arena *arena, pag_str whole, pag_str decimals)
{
    pag_text out = {.arena = arena};
    for (size_t i = 0; i < whole.len; i++) {
        if (whole.at[i] != '.') pag_text_byte(&out, whole.at[i]);
    }
    pag_text_byte(&out, '.');
    for (size_t i = 0; i < decimals.len; i++) {
        char c = decimals.at[i];
        if ((c >= '0' && c <= '9') || c == '%') pag_text_byte(&out, c);
    }
    return pag_text_str(&out);
}

/* {voto: 8,5}: between brackets the comma ends the value, and the decimals look like a key without
 * a colon. */
static bool tell_comma(pag_yaml_nodes *n, pag_str key)
{
    pag_yaml_file *file = n->file;
    size_t at = pag_yaml_offset(file, n->event->start_mark);
    if (n->count == top(n)->first) return false;
    const pag_pair *last = &n->pending[n->count - 1];
    pag_str whole = last->value->text;
    if (!pag_yaml_are_halves(whole, key) || at < file->start + whole.len + 1) return false;
    pag_str written = {file->bytes.at + at - whole.len - 1, whole.len + 1 + key.len};
    if (!pag_str_starts(written, whole) || written.at[whole.len] != ',') return false;
    pag_pos pos = last->value->pos;
    pos.width = (uint32_t)written.len;
    const pag_str arguments[] = {pag_yaml_clip(last->key), pag_yaml_clip(written),
                                 pag_yaml_clip(with_point(file->arena, whole, key))};
    pag_yaml_refuse_comma(file, pos, arguments);
    return true;
}

/* {because: presente, anche tardi}: a comma of the text ends it, where it has no quotes. */
static bool tell_end_of_text(pag_yaml_nodes *n, pag_str key)
{
    if (n->count == top(n)->first || pag_yaml_lacks_blank(key)) return false;
    const pag_pair *last = &n->pending[n->count - 1];
    if (last->value->kind != PAG_NODE_SCALAR || !last->value->plain) return false;
    if (!last->value->text.len) return false;
    pag_yaml_refuse_two(n->file, PAG_E0490, pos_of(n), pag_yaml_clip(key),
                        pag_yaml_clip(last->key));
    return true;
}

/* A key stands on one line, its colon behind it on the same line. */
static void check_colon(pag_yaml_nodes *n, pag_str key)
{
    pag_yaml_file *file = n->file;
    size_t before = pag_yaml_offset(file, n->event->start_mark);
    size_t behind = pag_yaml_offset(file, n->event->end_mark);
    while (before > file->start && is_blank(file->bytes.at[before - 1])) before--;
    bool question = before > file->start && file->bytes.at[before - 1] == '?';
    bool colon = pag_yaml_byte(file, pag_yaml_skip_blanks(file, behind)) == ':';
    if (question || (!colon && !top(n)->brackets)) {
        refuse(n, PAG_E0213, (pag_str){0});
    } else if (!colon && !tell_comma(n, key) && !tell_end_of_text(n, key)) {
        refuse_colon(n, pos_of(n), pag_yaml_offset(file, n->event->start_mark), behind);
    }
}

static void take_key(pag_yaml_nodes *n)
{
    pag_str key = text_of(n->event);
    if (key.len == 0) {
        refuse(n, PAG_E0213, (pag_str){0});
    } else if (is_plain(n->event) && pag_str_equal(key, PAG_STR("<<"))) {
        refuse(n, PAG_E0211, key);
    } else {
        check_colon(n, key);
    }
    check_letters(n);
    if (key.len > PAG_YAML_MOST_KEY) {
        refuse(n, PAG_E0512, (pag_str){0});
        key = PAG_STR("");
    }
    put_key(n, key.len ? pag_arena_copy(n->file->arena, key) : PAG_STR(""));
}

/* A value that looks like "voto:7" and stands on a line of its own was meant as a key and its
 * value. It is told when the next event arrives: if none does, libyaml stumbles over the same. */
static void doubt_blank(pag_yaml_nodes *n, pag_str text)
{
    const pag_yaml_frame *f = top(n);
    bool own_line = !f || (f->node->kind == PAG_NODE_MAP && !f->brackets &&
                           n->pending[n->count - 1].key_pos.line < pos_of(n).line);
    if (!own_line || !pag_yaml_lacks_blank(text)) return;
    n->doubt = pag_yaml_offset(n->file, n->event->start_mark);
    n->doubted = true;
}

static void tell_doubt(pag_yaml_nodes *n)
{
    if (!n->doubted) return;
    size_t end = pag_yaml_line_end(n->file, n->doubt);
    refuse_colon(n, pag_yaml_pos_at(n->file, n->doubt, end - n->doubt), n->doubt, end);
    n->doubted = false;
}

static void take_text(pag_yaml_nodes *n)
{
    pag_str text = text_of(n->event);
    pag_node *node = node_create(n, PAG_NODE_SCALAR);
    node->plain = is_plain(n->event);
    check_letters(n);
    if (node->plain) doubt_blank(n, text);
    if (text.len > PAG_YAML_MOST_SCALAR) {
        refuse(n, PAG_E0511, (pag_str){0});
    } else if (text.len) {
        node->text = pag_arena_copy(n->file->arena, text);
    }
    put_value(n, node);
}

static void take_scalar(pag_yaml_nodes *n)
{
    check_properties(n, n->event->data.scalar.anchor, n->event->data.scalar.tag);
    if (wants_key(n)) {
        take_key(n);
    } else {
        take_text(n);
    }
    if (is_plain(n->event)) return;
    n->before.from = pag_yaml_offset(n->file, n->event->start_mark);
    n->before.to = pag_yaml_offset(n->file, n->event->end_mark);
}

static void take_alias(pag_yaml_nodes *n)
{
    pag_yaml_file *file = n->file;
    size_t from = pag_yaml_offset(file, n->event->start_mark);
    size_t to = pag_yaml_offset(file, n->event->end_mark);
    refuse(n, PAG_E0211, pag_yaml_excerpt(file, from, to));
    n->before = (pag_yaml_value){from, to};
    if (wants_key(n)) {
        put_key(n, PAG_STR(""));
    } else {
        put_value(n, node_create(n, PAG_NODE_SCALAR));
    }
}

static void open_node(pag_yaml_nodes *n, pag_node_kind kind, bool brackets)
{
    bool is_key = wants_key(n);
    if (n->depth == PAG_YAML_MOST_DEPTH) {
        refuse(n, PAG_E0510, PAG_STR("32"));
        n->over = true;
        return;
    }
    if (is_key) {
        refuse(n, PAG_E0213, (pag_str){0});
        put_key(n, PAG_STR(""));
    }
    pag_node *node = node_create(n, kind);
    n->frames[n->depth++] = (pag_yaml_frame){.node = node,
                                             .first = n->count,
                                             .from = pag_yaml_offset(n->file, n->event->start_mark),
                                             .wants_key = kind == PAG_NODE_MAP,
                                             .is_key = is_key,
                                             .brackets = brackets};
}

static void finish_list(pag_yaml_nodes *n, const pag_yaml_frame *f)
{
    const pag_node **items = PAG_NEW_ARRAY(n->file->arena, const pag_node *, f->node->count);
    for (size_t i = 0; i < f->node->count; i++) items[i] = n->pending[f->first + i].value;
    f->node->items = items;
}

static void finish_map(pag_yaml_nodes *n, const pag_yaml_frame *f)
{
    pag_pair *pairs = PAG_NEW_ARRAY(n->file->arena, pag_pair, f->node->count);
    if (f->node->count) memcpy(pairs, n->pending + f->first, f->node->count * sizeof *pairs);
    pag_yaml_check_twice(n->file, n->scratch, pairs, f->node->count);
    f->node->pairs = pairs;
}

static void close_node(pag_yaml_nodes *n)
{
    pag_yaml_frame f = *top(n);
    f.node->count = n->count - f.first;
    if (f.node->kind == PAG_NODE_MAP) {
        finish_map(n, &f);
    } else {
        finish_list(n, &f);
    }
    n->count = f.first;
    n->depth--;
    if (f.brackets) {
        n->before = (pag_yaml_value){f.from, pag_yaml_offset(n->file, n->event->end_mark)};
    }
    if (f.is_key) {
        top(n)->wants_key = false;
    } else {
        put_value(n, f.node);
    }
}

void pag_yaml_take(pag_yaml_nodes *n, const yaml_event_t *e)
{
    n->event = e;
    tell_doubt(n);
    switch (e->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT: return;
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT: n->over = true; return;
    case YAML_ALIAS_EVENT: take_alias(n); return;
    case YAML_SCALAR_EVENT: take_scalar(n); return;
    case YAML_SEQUENCE_START_EVENT:
        check_properties(n, e->data.sequence_start.anchor, e->data.sequence_start.tag);
        open_node(n, PAG_NODE_LIST, e->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
        return;
    case YAML_MAPPING_START_EVENT:
        check_properties(n, e->data.mapping_start.anchor, e->data.mapping_start.tag);
        open_node(n, PAG_NODE_MAP, e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
        return;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: close_node(n); return;
    }
}

size_t pag_yaml_open_bracket(const pag_yaml_nodes *n)
{
    const pag_yaml_frame *f = n->depth ? &n->frames[n->depth - 1] : NULL;
    return f && f->brackets ? f->from : PAG_YAML_NOWHERE; /* no block stands within brackets */
}

void pag_yaml_leave(pag_yaml_nodes *n)
{
    for (size_t i = 0; i < n->depth; i++) {
        const pag_yaml_frame *f = &n->frames[i];
        size_t end = i + 1 < n->depth ? f[1].first : n->count;
        if (f->node->kind != PAG_NODE_MAP) continue;
        pag_yaml_check_twice(n->file, n->scratch, n->pending + f->first, end - f->first);
    }
}
