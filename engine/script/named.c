/* Names in the text of a formula, token by token. */
#include "script/named.h"

#include "script/lexer.h"

void pag_text_reads(pag_arena *arena, pag_str text, pag_text_on_name visit, void *ud)
{
    pag_symbols symbols;
    pag_lexer lexer;
    pag_diagnostics *unheard = pag_diagnostics_create(arena, pag_sources_create(arena));
    pag_refusals refusals = {.arena = arena, .diags = unheard};
    pag_token_kind before = PAG_T_FINISH;
    pag_symbols_init(&symbols, arena);
    pag_lexer_init(&lexer, &refusals, &symbols, text);
    for (;;) {
        const pag_token token = pag_lexer_next(&lexer);
        if (token.kind == PAG_T_FINISH) return;
        bool field = token.kind == PAG_T_NAME && before == PAG_T_DOT;
        if (field) visit(ud, pag_lexer_text(&lexer, &token, &token));
        if (token.kind == PAG_T_STRING) visit(ud, pag_lexer_string(&lexer, &token));
        before = token.kind;
    }
}
