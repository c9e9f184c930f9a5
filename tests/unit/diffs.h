/* Rules before and after, compared; and what they cost. */
#ifndef TESTS_UNIT_DIFFS_H
#define TESTS_UNIT_DIFFS_H

#include "diff/internal.h"
#include "packs.h"

/* The rules before and after, as subjects of one file each. */
static inline pag_diff *compared(const char *before, const char *after)
{
    pag_diff_order order = {.allocator = packs.memory};
    const char *const texts[] = {before, after}, *const names[] = {"test/2024", "test/2025"};
    for (int side = 0; side < 2; side++) {
        const char *folder = packs_join("rules/", names[side], "/");
        write_file(packs_join(folder, "pack.lua", ""), "pack { title = \"Prova\" }\n");
        write_file(packs_join(folder, "person.lua", ""), texts[side]);
        packs.pack = NULL;
        order.packs[side] = load_pack(names[side]);
        assert_non_null(order.packs[side]);
        order.trees[side] = (pag_tree){pag_str_from(packs_join(packs.root, "/", "rules")),
                                       pag_str_from(packs_join(packs.root, "/", "plans"))};
    }
    packs.pack = NULL;
    return pag_diff_packs(&packs.arena, &order);
}

static inline void done_with(pag_diff *diff)
{
    for (int side = 0; side < 2; side++) pag_pack_destroy(diff->order.packs[side]);
}

static inline pag_status cost(pag_diff *diff, const char *person)
{
    const char *head = "rules: test/2024\nperiod: {from: 2024-01-01, to: 2024-12-31}\nperson:\n";
    pag_diff_file *file = PAG_NEW(&packs.arena, pag_diff_file);
    *file = (pag_diff_file){PAG_STR("evaluation.yaml"),
                            pag_str_from(packs_join(head, packs_indented(person), "\n"))};
    return pag_diff_cost(diff, file, 1, NULL, NULL);
}

static inline const char *money(pag_number x)
{
    return packs_text(pag_number_plain(&packs.arena, x));
}

/* Charges and interactions are the whole difference. */
static inline void assert_adds_up(const pag_diff *diff)
{
    pag_number sum = pag_number_with_unit(&packs.arena, PAG_ZERO, PAG_MONEY);
    for (size_t i = 0; i < diff->n_charges; i++) {
        assert_int_equal(pag_number_add(&packs.arena, &sum, sum, diff->charges[i].amount), 0);
    }
    assert_string_equal(money(sum), money(diff->difference));
}

static inline void assert_edit(const pag_diff *diff, size_t i, const char *name,
                               pag_diff_effect effect)
{
    assert_true(i < diff->n_edits);
    assert_string_equal(packs_text(diff->edits[i].name), name);
    assert_int_equal(diff->edits[i].effect, effect);
}

static inline bool append(void *ud, const char *bytes, size_t len)
{
    pag_text_put(ud, (pag_str){bytes, len});
    return true;
}

/* What people read. */
static inline const char *shown(const pag_diff *diff, pag_diff_style style)
{
    pag_text out = {.arena = &packs.arena};
    pag_sink sink = {.write = append, .ud = &out};
    if (!style.width) style.width = 80;
    pag_diff_write(diff, &style, &packs.arena, &sink);
    return packs_text(pag_text_str(&out));
}

/* All of it, in a terminal of so many columns. */
static inline pag_str written(const pag_diff *diff, size_t width)
{
    return pag_str_from(
        shown(diff, (pag_diff_style){.lang = PAG_IT, .width = width, .verbose = true}));
}

/* A line is wider only where it has nothing at which it could be broken, or is a command. */
static inline void assert_within(pag_str text, size_t width)
{
    while (text.len) {
        pag_str line = {text.at, pag_str_find(text, '\n')};
        pag_str word = line;
        while (word.len && *word.at == ' ') word = (pag_str){word.at + 1, word.len - 1};
        bool command = pag_str_starts(word, PAG_STR("pagella "));
        if (pag_text_width(line) > width && pag_str_find(word, ' ') < word.len && !command) {
            fail_msg("wider than %zu: %s", width, packs_text(line));
        }
        size_t past = line.len < text.len ? line.len + 1 : line.len;
        text = (pag_str){text.at + past, text.len - past};
    }
}

#define TABLE(rows) "local fasce = bands \"fasce\" { gaps = \"refuse\", " rows " }\n"
#define PERSON(rate)                                                                               \
    "return subject {\n"                                                                           \
    "  rate = percent { value = " rate ", title = \"Aliquota\" },\n"                               \
    "  one = list {\n"                                                                             \
    "    name  = text {},\n"                                                                       \
    "    score = points { max = 100, step = 10, title = \"Punti\" },\n"                            \
    "    base  = money { title = \"Base\" },\n"                                                    \
    "    share = percent { bands = fasce, by = \"score\" },\n"                                     \
    "    pay   = money { payable = true, round = \"cent\",\n"                                      \
    "      of = function(o, s) return o.base * o.share * s.rate end },\n"                          \
    "  },\n"                                                                                       \
    "  pay = money { payable = true, round = \"cent\",\n"                                          \
    "    of = function(s) return sum(s.one, \"pay\") end },\n"                                     \
    "}\n"
#define ROWS "{ from = 0, to = 50, give = \"0%\" }, { from = 51, to = 100, give = \"10%\" },"
#define TWO                                                                                        \
    "one:\n"                                                                                       \
    "  - {name: Anna, score: 60, base: 1000.01}\n"                                                 \
    "  - {name: Bruno, score: 50, base: 500.00}\n"

#endif
