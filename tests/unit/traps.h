/* What the tests of formulas share: a formula among cells of every type, and what comes of it. */
#ifndef TESTS_UNIT_TRAPS_H
#define TESTS_UNIT_TRAPS_H

#include "packs.h"

/* A formula, the type of the cell that has it, and what comes of it: a value, or a code. */
struct trap {
    const char *type, *formula, *expected;
};

static const char traps_before[] =
    "local edges = bands \"edges\" { gaps = \"refuse\",\n"
    "  { from = 0, to = 40, give = \"0%\" }, { from = 41, to = 100, give = \"10%\" } }\n"
    "local rates = { D = \"8.5\", C = \"10.5\", deep = { x = 3 } }\n"
    "local function product(a, b) return a * b end\n"
    "return subject {\n"
    "  a = money {}, b = money {}, p = points {}, r = percent {}, n = number {}, w = whole {},\n"
    "  d = date {}, e = date {}, name = text {}, f = flag {}, class_of = text {},\n"
    "  c = choice { \"none\", \"verbal\", \"written\" }, k = choice { \"x\", \"y\" },\n"
    "  l = list { name = text {}, pay = money {}, q = points {}, cat = text {} },\n"
    "  sh = sheet { criteria = { { id = \"x\", title = \"X\" }, { id = \"y\", title = \"Y\" } },\n"
    "    marks = { 4, 6, 8, 10 } },\n";

static const char traps_data[] =
    "a: 100.10\nb: 0.20\np: 84\nr: 8%\nn: 2.5\nw: 7\n"
    "d: 2024-01-01\ne: 2024-12-31\nname: Anna\nf: true\nclass_of: '10'\n"
    "c: verbal\nk: x\n"
    "l:\n  - {name: A, pay: 10.01, q: 10, cat: D}\n"
    "  - {name: B, pay: 20.02, q: 20, cat: C}\n"
    "sh: {x: 4, y: 10}\n";

/* "answer = money { of = function(s) return … end }"; what begins with an instruction is a body. */
static void write_formula(const struct trap *t)
{
    bool body = strncmp(t->formula, "local ", 6) == 0 || strncmp(t->formula, "if ", 3) == 0;
    const char *cell = packs_join("  answer = ", t->type, " { of = function(s)\n");
    const char *formula = packs_join(body ? "" : "return ", t->formula, "\nend } }\n");
    write_rules(packs_join(traps_before, cell, formula));
}

/* What comes of it: the value, or the first code that was said. */
static inline const char *outcome(const struct trap *t)
{
    write_formula(t);
    (void)load();
    if (packs.pack) (void)evaluate(traps_data);
    if (!packs.pack || packs.status != PAG_OK) {
        return packs_text((pag_str){said(), 5});
    }
    return value_for("answer", "");
}

static void assert_traps(const struct trap *traps, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *found = outcome(&traps[i]);
        if (strcmp(found, traps[i].expected) != 0) {
            print_error("%s: %s\n", traps[i].type, traps[i].formula);
        }
        assert_string_equal(found, traps[i].expected);
    }
}
#define ASSERT_TRAPS(traps) assert_traps(traps, sizeof traps / sizeof *traps)

#endif
