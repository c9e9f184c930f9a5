/* What a message suggests to write instead is itself read: every suggestion of many mistakes, in
 * cells of each type with and without bounds, in YAML and in both notations of a CSV, is written in
 * place of the mistake and evaluated. */
#include "rows.h"

static const char *const rules =
    "return subject { title = \"Prova\",\n"
    "  member = list {\n"
    "    name = text {},\n"
    "    amount = money {}, amount_few = money { max = 5 }, amount_many = money { min = 100 },\n"
    "    amount_steps = money { step = \"0.50\" },\n"
    "    number = number {}, number_few = number { max = 7 }, number_many = number { min = 50 },\n"
    "    points = points {}, points_few = points { max = 5, step = \"0.5\" },\n"
    "    points_many = points { max = 2000 }, points_whole = points { step = 1 },\n"
    "    whole = whole {}, whole_many = whole { min = 20 }, whole_few = whole { max = 9 },\n"
    "    part = percent {}, part_few = percent { max = \"20%\" },\n"
    "    part_many = percent { min = \"30%\" },\n"
    "    scale = sheet { marks = { 4, \"6.5\", 8 }, criteria = { { id = \"a\", title = \"A\" } } "
    "},\n"
    "    small = sheet { max = 5, criteria = { { id = \"a\", title = \"A\" } } },\n"
    "    large = sheet { max = 2000, criteria = { { id = \"a\", title = \"A\" } } },\n"
    "  },\n"
    "}\n";

/* With a value that is right. In a CSV the marks are columns of their own. */
typedef struct cell {
    const char *name, *value;
    bool sheet;
} cell;
static const cell cells[] = {
    {"amount", "1", false},       {"amount_few", "1", false},   {"amount_many", "200", false},
    {"amount_steps", "1", false}, {"number", "1", false},       {"number_few", "1", false},
    {"number_many", "60", false}, {"points", "1", false},       {"points_few", "1", false},
    {"points_many", "1", false},  {"points_whole", "1", false}, {"whole", "1", false},
    {"whole_many", "30", false},  {"whole_few", "1", false},    {"part", "10%", false},
    {"part_few", "10%", false},   {"part_many", "40%", false},  {"scale", "4", true},
    {"small", "1", true},         {"large", "1", true}};
enum { CELLS = sizeof cells / sizeof *cells };

static const char *const texts[] = {
    "1,200",     "1.200",   "1,2",     "1,5",    "1,0",      "1.0",     "1.5",      "1,000",
    "1.000",     "12,345",  "12.345",  "1,2345", "1.2345",   "12,50",   "1.843,50", "1,843.50",
    "1.234.5",   "1,2,3",   "1843.5",  "33,5",   "33.5",     "0.5",     "0,5",      "050",
    "05",        "01.200",  "01,5",    "00.5",   "50",       "50,5%",   "1,200%",   "0,5%",
    "150%",      "10%",     "8/10",    "1e3",    "abc",      "€ 1.200", "€ 1,200",  "€ 1.843,50",
    "1 843,50",  "3 euro",  "€ 0,5",   "7,500",  "7.500",    "999,999", "999.999",  "0,005",
    "0.005",     "100,001", "100.001", "6,5",    "6.5",      "6,500",   "4.0",      "4,0",
    "19,99",     "-1,200",  "-5",      "20.00",  "20,00",    "-008.50", "1.10",     "1,234,567",
    "1.234.567", "12.3456", "0.123",   "15,0",   "€ 12,345", "na"};

enum notation { YAML, PLAIN, ITALIAN, NOTATIONS };

/* A file with all cells, `text` in the one of that number. */
static void put_row(pag_text *out, enum notation how, size_t at, const char *text)
{
    pag_text names = {.arena = out->arena}, values = {.arena = out->arena};
    for (size_t i = 0; i < CELLS; i++) {
        const cell *c = &cells[i];
        const char *value = i == at ? text : c->value;
        if (how == YAML) {
            pag_text_put(out, PAG_STR("\n      "));
            pag_text_put(out, pag_str_from(c->name));
            pag_text_put(out, c->sheet ? PAG_STR(": {a: '") : PAG_STR(": '"));
            pag_text_put(out, pag_str_from(value));
            pag_text_put(out, c->sheet ? PAG_STR("'}") : PAG_STR("'"));
        } else {
            pag_text_put(&names, PAG_STR(";"));
            pag_text_put(&names, pag_str_from(c->name));
            if (c->sheet) pag_text_put(&names, PAG_STR(".a"));
            pag_text_put(&values, PAG_STR(";"));
            pag_text_put(&values, pag_str_from(value));
        }
    }
    if (how == YAML) return;
    pag_text_put(out, how == PLAIN ? PAG_STR("numbers: plain\nname")
                                   : PAG_STR("numeri: italiani\nname"));
    pag_text_put(out, pag_text_str(&names));
    pag_text_put(out, PAG_STR("\nAnna"));
    pag_text_put(out, pag_text_str(&values));
    pag_text_byte(out, '\n');
}

#define HEAD "rules: test/2024\nperiod: {from: 2024-01-01, to: 2024-12-31}\n"

static bool is_read(enum notation how, size_t at, const char *text)
{
    pag_arena own;
    pag_arena_init(&own, pag_heap(), 0);
    pag_text out = {.arena = &own};
    if (how == YAML) pag_text_put(&out, PAG_STR(HEAD "person:\n  member:\n    - name: Anna"));
    put_row(&out, how, at, text);
    if (how == YAML) pag_text_byte(&out, '\n');
    pag_text_byte(&out, '\0');
    bool ok = how == YAML ? read_document(out.at) : evaluate_rows(HEAD, out.at);
    pag_arena_drop(&own);
    return ok;
}

/* The arguments of the code that are written in place of what is wrong: which, and how many. */
static size_t suggestions_of(pag_code code, size_t *first)
{
    *first = 2;
    switch (code) {
    case PAG_E0950: *first = 1; return 1;
    case PAG_E0227:
    case PAG_E0228:
    case PAG_E0229:
    case PAG_E0231:
    case PAG_E0247:
    case PAG_E0248:
    case PAG_E0257: return 1;
    case PAG_E0246:
    case PAG_E0253:
    case PAG_E0284:
    case PAG_E0285: return 2;
    default: return 0;
    }
}

static size_t try_suggestions(enum notation how, size_t at, const char *text)
{
    char kept[2][64];
    if (is_read(how, at, text)) return 0;
    assert_int_equal(pag_diagnostics_count(packs.told), 1);
    const pag_diagnostic *d = first_said();
    size_t first, n = suggestions_of(d->code, &first);
    const char *code = packs_text(pag_code_text(d->code));
    for (size_t i = 0; i < n; i++) {
        pag_str s = d->arguments[first + i];
        assert_true(s.len > 0 && s.len < sizeof kept[i]);
        memcpy(kept[i], s.at, s.len);
        kept[i][s.len] = '\0';
    }
    for (size_t i = 0; i < n; i++) {
        if (is_read(how, at, kept[i])) continue;
        fail_msg("%d %s: %s → %s suggests %s, which gives %s", (int)how, cells[at].name, text, code,
                 kept[i], said());
    }
    return n;
}

static void what_is_suggested_is_read(void **state)
{
    (void)state;
    enum { AT_LEAST = 1000 };
    size_t tried = 0;
    write_rules(rules);
    assert_true(load());
    for (int how = YAML; how < NOTATIONS; how++) {
        assert_true(is_read((enum notation)how, 0, cells[0].value));
        for (size_t at = 0; at < CELLS; at++) {
            for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
                tried += try_suggestions((enum notation)how, at, texts[i]);
            }
        }
    }
    assert_true(tried > AT_LEAST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(what_is_suggested_is_read)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
