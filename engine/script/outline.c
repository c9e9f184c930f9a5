/* From a source to its outline: the bytes are screened, the file is parsed, names are judged, and
 * what was noted becomes the outline. Owns the parser for the time of one file. */
#include "script/outline.h"

#include "script/parser.h"

/* A whole file; what is left after its last block closes nothing. */
static void parse_file(pag_parser *p)
{
    pag_function_scope file = {.index = -1};
    p->function = &file;
    pag_scope_begin(p);
    pag_parser_advance(p);
    pag_parse_block(p);
    if (p->now.kind != PAG_T_FINISH) {
        pag_parser_stop(p, PAG_E0435, pag_parser_text(p, &p->now), PAG_NOTHING);
    }
    pag_scope_finish(p);
}

static pag_status read_source(pag_parser *p, pag_outline *out)
{
    size_t errors = pag_diagnostics_errors(p->refusals.diags);
    pag_str text =
        pag_sources_bytes(pag_diagnostics_sources(p->refusals.diags), p->refusals.source);
    if (pag_screen_bytes(&p->refusals, text)) {
        pag_symbols_init(&p->symbols, p->arena);
        pag_lexer_init(&p->lexer, &p->refusals, &p->symbols, text);
        parse_file(p);
        if (p->refusals.n == 0) pag_note_finish(p, out);
    }
    bool told = pag_diagnostics_errors(p->refusals.diags) > errors;
    return p->refusals.status == PAG_OK && told ? PAG_INVALID : p->refusals.status;
}

pag_status pag_outline_read_source(pag_arena *arena, pag_diagnostics *diags, uint32_t source,
                                   const pag_vocabulary *vocabulary, pag_outline *out)
{
    pag_parser parser = {
        .arena = arena,
        .vocabulary = vocabulary,
        .refusals = {.arena = arena, .diags = diags, .source = source},
    };
    volatile pag_status status = PAG_NOMEM;
    pag_trap own, told; /* the diagnostics may live in an arena of their own */
    *out = (pag_outline){.source = source};
    pag_trap_set(&own, arena);
    pag_trap_set(&told, pag_diagnostics_arena(diags));
    if (setjmp(own.jump) == 0) {
        if (setjmp(told.jump) == 0) status = read_source(&parser, out);
    }
    pag_trap_clear(&told);
    pag_trap_clear(&own);
    if (own.status != PAG_OK) status = own.status;
    if (told.status != PAG_OK) status = told.status;
    if (status != PAG_OK) *out = (pag_outline){.source = source};
    return status;
}
