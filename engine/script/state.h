/* The sandboxed Lua state rule scripts run in: nothing of Lua's own libraries, memory and
 * instructions counted, every call protected. What scripts may call is put in by the bind room.
 *
 * Scripts have no pcall, no coroutines and no finalizers, so an error or a spent limit always
 * reaches the protected call here (or, where ways are explored, the one of bind/ways.c within it);
 * once a limit is spent no script code runs until the next refill. A later process boundary stands
 * around this room: nothing here touches files or the terminal. */
#ifndef PAG_SCRIPT_STATE_H
#define PAG_SCRIPT_STATE_H

#include "script/outline.h"
#include <lua.h>

enum {
    PAG_SCRIPT_MEMORY = 32 << 20,               /* bytes, as Lua's allocator sees them */
    PAG_SCRIPT_INSTRUCTIONS = 20 * 1000 * 1000, /* of one evaluation, or of loading a pack */
    PAG_SCRIPT_CREDIT = 10 * 1000 * 1000        /* steps that may be paid for and not counted */
};

typedef struct pag_script {
    lua_State *L;
    const pag_allocator *allocator;
    size_t used, cap;
    int64_t instructions;   /* left */
    int64_t credit;         /* left of the steps that are paid for beforehand */
    pag_status stopped;     /* a limit was spent: sticky until the refill */
    bool arena_full;        /* an arena ended the run */
    bool machine_full;      /* the last refused allocation was the machine's, not our cap's */
    pag_diagnostics *diags; /* where trouble is told */
    pag_arena *also;        /* raises inside every run, beside those of the work; may be NULL */
    pag_pos busy;           /* what is being done, for trouble without a line of its own */
    void *owner;            /* of the bind room */
    /* The names of what was read and not there, where nothing (nil) came up; may be empty. */
    pag_str (*left_out)(void *owner);
} pag_script;

/* An empty state, in `*out`. PAG_NOMEM with NULL. */
pag_status pag_script_create(const pag_allocator *allocator, pag_script **out);
void pag_script_destroy(pag_script *script); /* takes NULL */

/* Full budget, no limit spent, every step counted. */
void pag_script_refill(pag_script *script);
/* The same before an evaluation: nothing is counted until pag_script_pay finds that it must be. So
 * whoever calls a function of Lua's from then on pays for it. */
void pag_script_refill_on_credit(pag_script *script);

/* Runs `work` (with `ud` as its light userdata argument) protected. Arenas named here raise inside
 * instead of jumping out. PAG_OK, or the reason, which is then said in `diags` (but for NOMEM). */
typedef struct pag_script_work {
    lua_CFunction work;
    void *ud;
    pag_diagnostics *diags;
    pag_arena *arenas[2]; /* may be NULL */
} pag_script_work;
pag_status pag_script_run(pag_script *script, const pag_script_work *work);

/* Inside a run: ends it. Whoever calls this has said why in the diagnostics, or set `stopped`. */
_Noreturn void pag_script_raise(lua_State *L);
/* Inside a run: takes steps from the budget for work that Lua does not count, and ends the run when
 * it is spent. Whatever a word does in C in proportion to its data says so here. */
void pag_script_spend(lua_State *L, int64_t steps);
/* Inside a run, before a function of Lua's is called from C: takes the steps that it takes at most
 * (as the outline says) from the credit. When they are not known (0), or more than the credit, each
 * step is counted from here on, until the next refill. */
void pag_script_pay(lua_State *L, uint32_t steps);
/* Inside a run: compiles the outline's text and pushes the function; the environment on top of the
 * stack is taken off and becomes its own. */
void pag_script_compile(lua_State *L, const pag_outline *outline);

/* From here on the arena raises in the script when it is full; the caller puts its handler back. */
void pag_script_guard(pag_script *script, pag_arena *arena);

pag_script *pag_script_of(lua_State *L);
/* The line the running Lua function is at; level 1 is the caller of a C function. The column is
 * that of the line's text, the width unknown (0). source 0 when no Lua function is there. */
pag_pos pag_script_where(lua_State *L, int level);

#endif
