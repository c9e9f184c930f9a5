/* What is described is what the language does: every name can be called, every key is read where it
 * is said to stand and unknown where it is not, every word in quotes is taken. */
#include "bind/internal.h"
#include "packs.h"

/* --- names of the language --- */

static bool is_described(pag_str name)
{
    size_t n;
    const pag_described *all = pag_described_all(&n);
    for (size_t i = 0; i < n; i++) {
        pag_place place = all[i].place;
        bool of_language =
            place == PAG_PLACE_DECLARING || place == PAG_PLACE_TYPES || place == PAG_PLACE_FORMULAS;
        if (of_language && pag_str_equal(all[i].word, name)) return true;
    }
    return false;
}

static void what_files_can_call_is_what_is_described(void **state)
{
    (void)state;
    pag_bind *bind = NULL;
    pag_diagnostics *diags = pag_diagnostics_create(&packs.arena, pag_sources_create(&packs.arena));
    assert_int_equal(pag_bind_create(&packs.arena, diags, (pag_library){0}, &bind), PAG_OK);
    lua_State *L = bind->script->L;
    lua_rawgeti(L, LUA_REGISTRYINDEX, PAG_SLOT_WORDS);
    size_t n, n_sited, found = 0;
    const pag_str *names = pag_words_all(&n, &n_sited);
    for (size_t i = 0; i < n; i++) {
        lua_getfield(L, -1, names[i].at);
        if (lua_isnil(L, -1)) fail_msg("nothing is called %s", names[i].at);
        lua_pop(L, 1);
    }
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        const char *name = lua_tostring(L, -2);
        if (strncmp(name, "__", 2) == 0) continue; /* what the outline writes, no rule can */
        found++;
        if (!is_described(pag_str_from(name))) fail_msg("%s is not described", name);
    }
    assert_int_equal(found, n);
    pag_bind_destroy(bind);
}

/* --- keys in braces --- */

/* Rules without fault, a line for each key; `@` is where another one can stand. */
struct sample {
    pag_place place;
    const char *only; /* the words of the place that stand here; NULL: all */
    const char *file, *text;
};
#define PERSON_LUA "rules/test/2024/person.lua"
#define CELL(braces) "return subject { a = " braces " }\n"
static const struct sample samples[] = {
    {PAG_PLACE_PACK, NULL, "rules/test/2024/pack.lua", "pack {\ntitle = \"Prova\",\n@\n}\n"},
    {PAG_PLACE_GROUPS, "title source note top optional", PERSON_LUA,
     "return subject {\na = money {},\n@\n}\n"},
    {PAG_PLACE_GROUPS, "title source note from tiles ignore", PERSON_LUA,
     CELL("list {\nb = money {},\n@\n}")},
    {PAG_PLACE_CRITERIA, NULL, PERSON_LUA,
     CELL("sheet { max = 9, criteria = { {\nid = \"c\",\n@\n} } }")},
    {PAG_PLACE_ROUNDING, NULL, PERSON_LUA,
     CELL("money { of = function(s) return 1 end, round = {\nstep = \"0.01\",\n@\n} }")},
    {PAG_PLACE_SPLITS, NULL, PERSON_LUA,
     "return subject { f = money {}, l = list { u = number {}, p = money { round = \"cent\", split "
     "= "
     "{\nwhole = \"f\",\nby = \"u\",\nrest = \"first\",\n@\n} } } }\n"},
    {PAG_PLACE_BANDS, NULL, PERSON_LUA,
     "local t = bands \"t\" {\n@\n{ give = 1 } }\n" CELL("money {}")},
    {PAG_PLACE_TABLES, NULL, PERSON_LUA,
     "local t = keyed \"t\" {\nb = 1,\n@\n}\n" CELL("money {}")},
    {PAG_PLACE_TABLES, NULL, PERSON_LUA,
     "local t = dated \"t\" {\n@\n{ from = \"2024-01-01\", give = 1 } }\n" CELL("money {}")},
    {PAG_PLACE_BAND, NULL, PERSON_LUA,
     "local t = bands \"t\" { {\ngive = 1,\n@\n} }\n" CELL("money {}")},
    {PAG_PLACE_KEYED, NULL, PERSON_LUA,
     "local t = keyed \"t\" { b = {\ngive = 1,\n@\n} }\n" CELL("money {}")},
    {PAG_PLACE_DATED, NULL, PERSON_LUA,
     "local t = dated \"t\" { {\nfrom = \"2024-01-01\",\ngive = 1,\n@\n} }\n" CELL("money {}")},
    {PAG_PLACE_CONDITIONS, "of at", PERSON_LUA,
     "return subject { a = money {}, must { \"b\",\nof = function(s) return true end,\n@\n} }\n"},
    {PAG_PLACE_CONDITIONS, NULL, PERSON_LUA,
     "return subject { a = money {}, warn { \"b\",\nof = function(s) return true end,\n@\n} }\n"},
};
enum { SAMPLES = sizeof samples / sizeof *samples };

/* The sample with `written` in the place of `@`, and without its own line of that key. */
static const char *sample_with(const char *text, pag_str key, const char *written)
{
    pag_text out = {.arena = &packs.arena};
    while (*text) {
        size_t len = strcspn(text, "\n") + (strchr(text, '\n') ? 1 : 0);
        bool own = key.len && strncmp(text, key.at, key.len) == 0 &&
                   strncmp(text + key.len, " = ", 3) == 0;
        if (*text == '@') {
            pag_text_put(&out, pag_str_from(written));
            pag_text_byte(&out, '\n');
        } else if (!own) {
            pag_text_put(&out, (pag_str){text, len});
        }
        text += len;
    }
    pag_text_byte(&out, '\0');
    return out.at;
}

static const char *assigned(pag_str key, const char *value)
{
    return packs_join(packs_text(key), " = ", packs_join(value, ",", ""));
}

static bool is_unknown_here(void)
{
    static const pag_code codes[] = {PAG_E0124, PAG_E0125, PAG_E0141, PAG_E0184};
    for (size_t i = 0; i < pag_diagnostics_count(packs.diags); i++) {
        for (size_t c = 0; c < sizeof codes / sizeof *codes; c++) {
            if (pag_diagnostics_at(packs.diags, i)->code == codes[c]) return true;
        }
    }
    return false;
}

/* A key with empty braces for a value: nobody takes those, and whoever reads the key says so. */
static void judge_key(const struct sample *sample, pag_str key)
{
    write_file(sample->file, sample_with(sample->text, key, assigned(key, "{}")));
    if (load()) fail_msg("nobody reads %s in %s", packs_text(key), sample->text);
    if (is_unknown_here()) fail_msg("%s is unknown in %s", packs_text(key), sample->text);
}

static bool stands_here(const struct sample *sample, const pag_described *word)
{
    if (word->place != sample->place) return false;
    return !sample->only || strstr(sample->only, packs_text(word->word));
}

static void every_key_is_read_where_it_is_said_to_stand(void **state)
{
    (void)state;
    size_t n;
    const pag_described *all = pag_described_all(&n);
    for (size_t i = 0; i < SAMPLES; i++) {
        write_rules(CELL("money {}"));
        write_file(samples[i].file, sample_with(samples[i].text, PAG_STR(""), ""));
        if (!load() || *said()) fail_msg("%s: %s", samples[i].text, said());
        for (size_t k = 0; k < n; k++) {
            if (stands_here(&samples[i], &all[k])) judge_key(&samples[i], all[k].word);
        }
    }
}

static void a_key_that_is_described_nowhere_is_unknown_everywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        write_rules(CELL("money {}"));
        write_file(samples[i].file, sample_with(samples[i].text, PAG_STR(""), "zzzzqqqq = false,"));
        bool keyed = strstr(samples[i].text, "keyed") != NULL; /* any key is one of its rows */
        if (load() || (!keyed && !is_unknown_here())) fail_msg("%s: %s", samples[i].text, said());
    }
}

/* --- keys of cells --- */

static bool stands_in(pag_place place, pag_type type)
{
    bool number = pag_type_is_number(type), sheet = type == PAG_TYPE_SHEET;
    bool ref = type == PAG_TYPE_REF;
    switch ((int)place) {
    case PAG_PLACE_ANY: return true;
    case PAG_PLACE_ASKED: return !sheet;
    case PAG_PLACE_SCALARS: return !sheet && !ref;
    case PAG_PLACE_NUMBERS: return number;
    case PAG_PLACE_BOUNDED: return number || sheet;
    case PAG_PLACE_SHEETS: return sheet;
    case PAG_PLACE_REFS: return ref;
    }
    return false;
}

static bool is_of_cells(pag_place place)
{
    return place >= PAG_PLACE_ANY && place <= PAG_PLACE_REFS;
}

/* Whether the description says that cells of the type have an attribute of that name. */
static bool is_said_of(pag_type type, pag_str name)
{
    size_t n;
    const pag_described *all = pag_described_all(&n);
    for (size_t i = 0; i < n; i++) {
        if (pag_str_equal(all[i].word, name) && stands_in(all[i].place, type)) return true;
    }
    return false;
}

static void every_key_of_cells_belongs_to_the_types_it_is_said_to(void **state)
{
    (void)state;
    size_t n;
    const pag_described *all = pag_described_all(&n);
    for (int type = 0; type < PAG_TYPE_LIST; type++) {
        const char *word = packs_text(pag_type_word((pag_type)type));
        for (size_t i = 0; i < n; i++) {
            pag_str key = all[i].word;
            if (!is_of_cells(all[i].place)) continue;
            const char *rules = packs_join("return subject { a = ", word, " { ");
            write_rules(packs_join(rules, assigned(key, "{}"), " } }\n"));
            if (load()) fail_msg("nobody reads %s of %s", packs_text(key), word);
            if (is_unknown_here() == is_said_of((pag_type)type, key))
                fail_msg("%s of %s", packs_text(key), word);
        }
    }
}

/* --- words in quotes, and days of the period --- */

/* Keys that want one of certain words: those of the descriptions whose form is `key = "word"`. */
static const struct quoted {
    pag_place place;
    const char *key, *text;
    bool open; /* any other text means something too */
} quoted[] = {
    {PAG_PLACE_BANDS, "gaps",
     "local t = bands \"t\" {\n@\n{ from = 0, to = 1, give = 1 }, { from = 2, give = 2 } }\n" CELL(
         "money {}"),
     false},
    {PAG_PLACE_NUMBERS, "round", CELL("money { of = function(s) return 1 end,\n@\n}"), false},
    {PAG_PLACE_ROUNDING, "mode",
     CELL("money { of = function(s) return 1 end, round = { step = 1,\n@\n} }"), false},
    {PAG_PLACE_SPLITS, "rest",
     "return subject { f = money {}, l = list { u = number {}, p = money { round = \"cent\", split "
     "= "
     "{ whole = \"f\", by = \"u\",\n@\n} } } }\n",
     true},
    {PAG_PLACE_SPLITS, "nobody",
     "return subject { f = money {}, l = list { u = number {}, p = money { round = \"cent\", split "
     "= "
     "{ whole = \"f\", by = \"u\", rest = \"first\",\n@\n} } } }\n",
     false},
    {PAG_PLACE_SHEETS, "na", CELL("sheet { max = 9, criteria = { { id = \"c\" } },\n@\n}"), false},
    {PAG_PLACE_SHEETS, "because", CELL("sheet { max = 9, criteria = { { id = \"c\" } },\n@\n}"),
     false},
    {PAG_PLACE_SCALARS, "by",
     "local t = dated \"t\" { { from = \"2024-01-01\", give = 1 } }\n" CELL(
         "whole { dated = t,\n@\n}, score = date {}"),
     false},
    {PAG_PLACE_GROUPS, "tiles", CELL("list { from = date {}, to = date {},\n@\n}"), false},
};
enum { QUOTED = sizeof quoted / sizeof *quoted };

static bool takes(const struct quoted *q, const char *written)
{
    write_rules(sample_with(q->text, PAG_STR(""), packs_join(written, ",", "")));
    return load() && !*said();
}

static void every_word_in_quotes_is_taken_where_it_is_said_to_stand(void **state)
{
    (void)state;
    size_t n;
    const pag_described *all = pag_described_all(&n);
    for (size_t i = 0; i < QUOTED; i++) {
        const char *before = packs_join(quoted[i].key, " = \"", "");
        size_t found = 0;
        for (size_t k = 0; k < n; k++) {
            bool its = all[k].place == quoted[i].place &&
                       pag_str_starts(all[k].form, pag_str_from(before));
            if (!its) continue;
            found++;
            if (!takes(&quoted[i], packs_text(all[k].form)))
                fail_msg("%s: %s", packs_text(all[k].form), said());
        }
        assert_true(found > 0);
        assert_int_equal(takes(&quoted[i], packs_join(before, "zzzzqqqq\"", "")), quoted[i].open);
    }
}

static void every_place_is_looked_at_here(void **state)
{
    (void)state;
    for (int p = 0; p < PAG_PLACES; p++) {
        pag_place place = (pag_place)p;
        bool seen = place == PAG_PLACE_DECLARING || place == PAG_PLACE_TYPES ||
                    place == PAG_PLACE_FORMULAS || is_of_cells(place);
        for (size_t i = 0; i < SAMPLES; i++) seen = seen || samples[i].place == place;
        if (!seen) fail_msg("%s", packs_text(pag_place_name(&packs.arena, place)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_files_can_call_is_what_is_described),
        TEST(every_key_is_read_where_it_is_said_to_stand),
        TEST(a_key_that_is_described_nowhere_is_unknown_everywhere),
        TEST(every_key_of_cells_belongs_to_the_types_it_is_said_to),
        TEST(every_word_in_quotes_is_taken_where_it_is_said_to_stand),
        TEST(every_place_is_looked_at_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
