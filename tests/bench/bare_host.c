/* The floor of evaluating: a plain C host that runs a plain Lua rule in whole cents. The tables of
 * the record are made once and filled anew for each, and the keys wait on the stack, which is the
 * fastest way of handing a record to Lua.
 *
 *     bare_host bare_rule.lua records.txt */
#include "workload.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>

/* The first seven of the stack's places are the keys. */
enum { SALARY = 1, SUPPLEMENT, SHARE, FEES, TOTAL, RATE, PAY };
static const char *const key_names[] = {"salary", "supplement", "share", "fees",
                                        "total",  "rate",       "pay"};

typedef struct host {
    lua_State *L;
    int rule, record, members;
    int member[MOST_MEMBERS], marks[MOST_MEMBERS];
    size_t n; /* how many of them the table of members holds */
} host;

static int new_table(host *h)
{
    lua_newtable(h->L);
    return lua_gettop(h->L);
}

static void set(host *h, int table, int key, int64_t value)
{
    lua_pushvalue(h->L, key);
    lua_pushinteger(h->L, value);
    lua_rawset(h->L, table);
}

static int64_t get(host *h, int table, int key)
{
    lua_pushvalue(h->L, key);
    lua_rawget(h->L, table);
    int64_t value = lua_tointeger(h->L, -1);
    lua_pop(h->L, 1);
    return value;
}

static void open_host(host *h, const char *rule)
{
    h->L = luaL_newstate();
    if (!h->L) workload_stop("Lua", "no memory");
    luaL_openlibs(h->L);
    luaL_checkstack(h->L, 32, NULL);
    for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++) {
        lua_pushstring(h->L, key_names[i]);
    }
    if (luaL_dofile(h->L, rule)) workload_stop(rule, lua_tostring(h->L, -1));
    h->rule = lua_gettop(h->L);
    h->record = new_table(h);
    h->members = new_table(h);
    lua_pushvalue(h->L, h->members);
    lua_setfield(h->L, h->record, "members");
    for (size_t i = 0; i < MOST_MEMBERS; i++) {
        h->member[i] = new_table(h);
        h->marks[i] = new_table(h);
        lua_pushvalue(h->L, h->marks[i]);
        lua_setfield(h->L, h->member[i], "marks");
    }
}

/* The table of members gets as many entries as the record has. */
static void fit_members(host *h, size_t n)
{
    for (; h->n < n; h->n++) {
        lua_pushvalue(h->L, h->member[h->n]);
        lua_rawseti(h->L, h->members, (lua_Integer)h->n + 1);
    }
    for (; h->n > n; h->n--) {
        lua_pushnil(h->L);
        lua_rawseti(h->L, h->members, (lua_Integer)h->n);
    }
}

static void fill_member(host *h, size_t i, const member *m)
{
    set(h, h->member[i], SHARE, m->share);
    set(h, h->member[i], FEES, m->fees);
    for (size_t j = 0; j < MARKS; j++) {
        lua_pushinteger(h->L, m->marks[j]);
        lua_rawseti(h->L, h->marks[i], (lua_Integer)j + 1);
    }
}

/* What the rule found, in a record that holds only that. */
static void evaluate(host *h, const record *in, record *out)
{
    set(h, h->record, SALARY, in->salary);
    set(h, h->record, SUPPLEMENT, in->supplement);
    for (size_t i = 0; i < in->n; i++) fill_member(h, i, &in->members[i]);
    fit_members(h, in->n);
    lua_pushvalue(h->L, h->rule);
    lua_pushvalue(h->L, h->record);
    if (lua_pcall(h->L, 1, 0, 0)) workload_stop("the rule", lua_tostring(h->L, -1));
    for (size_t i = 0; i < in->n; i++) {
        member *m = &out->members[i];
        m->total = get(h, h->member[i], TOTAL);
        m->rate = get(h, h->member[i], RATE);
        m->pay = get(h, h->member[i], PAY);
    }
    out->pay = get(h, h->record, PAY);
}

static void expect(size_t number, const record *found, const record *expected)
{
    for (size_t i = 0; i < expected->n; i++) {
        workload_expect(number, "total", found->members[i].total, expected->members[i].total);
        workload_expect(number, "rate", found->members[i].rate, expected->members[i].rate);
        workload_expect(number, "pay", found->members[i].pay, expected->members[i].pay);
    }
    workload_expect(number, "the sum", found->pay, expected->pay);
}

int main(int argc, char **argv)
{
    host h = {0};
    size_t n, done = 0;
    record found = {0};
    if (argc != 3) workload_stop("usage", "bare_host bare_rule.lua records.txt");
    open_host(&h, argv[1]);
    record *records = workload_records(argv[2], &n);
    for (size_t i = 0; i < n; i++) {
        evaluate(&h, &records[i], &found);
        expect(i, &found, &records[i]);
    }
    double start = workload_clock(), seconds = 0;
    while (seconds < WORKLOAD_SECONDS) {
        for (size_t i = 0; i < n; i++) evaluate(&h, &records[i], &found);
        done += n;
        seconds = workload_clock() - start;
    }
    printf("{\"evaluations_per_second\": %.1f}\n", (double)done / seconds);
    lua_close(h.L);
    free(records);
    return 0;
}
