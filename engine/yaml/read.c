/* The way of a document: bytes are checked, libyaml is asked for event after event, and whatever it
 * cannot read is told. Owns libyaml's parser; its memory is given back however reading ends. */
#include "yaml/nodes.h"

typedef struct reader {
    pag_yaml_file file;
    pag_yaml_nodes nodes;
    pag_arena scratch;
    yaml_parser_t parser;
    yaml_event_t event;
    bool parsing, no_memory;
} reader;

static bool is_empty(const pag_node *root)
{
    return !root || (root->kind == PAG_NODE_SCALAR && root->plain && root->text.len == 0);
}

static bool parser_start(reader *r)
{
    pag_str bytes = r->file.bytes;
    if (!yaml_parser_initialize(&r->parser)) return false;
    r->parsing = true;
    yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r->parser, (const unsigned char *)bytes.at + r->file.start,
                                 bytes.len - r->file.start);
    return true;
}

static void tell_trouble(reader *r)
{
    const yaml_parser_t *p = &r->parser;
    pag_yaml_file *file = &r->file;
    if (p->error == YAML_NO_ERROR || p->error == YAML_MEMORY_ERROR) {
        r->no_memory = true;
        return;
    }
    pag_yaml_trouble trouble = {.problem = p->problem ? p->problem : "",
                                .context = p->context ? p->context : "",
                                .since = PAG_YAML_NOWHERE,
                                .bracket = pag_yaml_open_bracket(&r->nodes),
                                .before = r->nodes.before};
    if (p->error == YAML_READER_ERROR) {
        trouble.at = file->start + p->problem_offset;
        if (trouble.at > file->bytes.len) trouble.at = file->bytes.len;
    } else {
        trouble.at = pag_yaml_offset(file, p->problem_mark);
        if (p->context) trouble.since = pag_yaml_offset(file, p->context_mark);
    }
    pag_yaml_tell(file, &trouble);
}

/* False when libyaml gave up. */
static bool read_events(reader *r)
{
    while (!r->nodes.over) {
        yaml_event_delete(&r->event);
        if (!yaml_parser_parse(&r->parser, &r->event)) return false;
        pag_yaml_take(&r->nodes, &r->event);
        pag_pos pos = pag_yaml_pos(&r->file, r->event.start_mark, r->event.end_mark);
        if (pag_yaml_stops(&r->file, pos)) r->nodes.over = true;
    }
    return true;
}

static void read_document(reader *r)
{
    pag_pos whole = {.source = r->file.source};
    if (!pag_yaml_check_bytes(&r->file)) return;
    if (!pag_yaml_skip_directives(&r->file)) {
        pag_yaml_refuse(&r->file, PAG_E0207, whole, (pag_str){0});
        return;
    }
    r->file.walked_offset = r->file.start;
    if (!parser_start(r)) {
        r->no_memory = true;
        return;
    }
    if (!read_events(r)) {
        tell_trouble(r);
        if (!r->no_memory) pag_yaml_leave(&r->nodes);
    } else if (r->event.type == YAML_DOCUMENT_END_EVENT) {
        size_t end = pag_yaml_offset(&r->file, r->event.start_mark);
        pag_yaml_check_tail(&r->file, end, r->nodes.before);
        if (r->file.errors == 0 && is_empty(r->nodes.root)) {
            pag_yaml_refuse(&r->file, PAG_E0207, whole, (pag_str){0});
        }
    }
}

/* Every arena that is written to gives up through the one trap, so that the parser is not lost. */
static pag_status read_trapped(reader *r)
{
    pag_arena *arena = r->file.arena, *told = pag_diagnostics_arena(r->file.diags);
    pag_arena_fail told_fail = told->fail;
    void *told_ud = told->fail_ud;
    pag_trap trap;
    pag_trap_set(&trap, arena);
    r->scratch.fail = told->fail = arena->fail;
    r->scratch.fail_ud = told->fail_ud = arena->fail_ud;
    if (setjmp(trap.jump) == 0) read_document(r);
    told->fail = told_fail;
    told->fail_ud = told_ud;
    pag_trap_clear(&trap);
    return trap.status;
}

pag_status pag_yaml_read(pag_arena *arena, pag_diagnostics *diags, uint32_t source,
                         const pag_node **out)
{
    reader r = {.file = {.arena = arena, .diags = diags, .source = source}};
    r.file.bytes = pag_sources_bytes(pag_diagnostics_sources(diags), source);
    r.nodes = (pag_yaml_nodes){
        .file = &r.file, .scratch = &r.scratch, .before = {PAG_YAML_NOWHERE, PAG_YAML_NOWHERE}};
    pag_arena_init(&r.scratch, arena->allocator, 0);
    *out = NULL;
    pag_status status = read_trapped(&r);
    yaml_event_delete(&r.event);
    if (r.parsing) yaml_parser_delete(&r.parser);
    pag_arena_drop(&r.scratch);
    if (status != PAG_OK) return status;
    if (r.no_memory) return PAG_NOMEM;
    if (r.file.status == PAG_OK) *out = r.nodes.root;
    return r.file.status;
}

const pag_node *pag_node_get(const pag_node *map, pag_str key)
{
    if (map->kind != PAG_NODE_MAP) return NULL;
    for (size_t i = 0; i < map->count; i++) {
        if (pag_str_equal(map->pairs[i].key, key)) return map->pairs[i].value;
    }
    return NULL;
}
