/* Evaluation files invented for a pack: the simplest ones, with the values somebody wishes, and
 * such that every condition holds. */
#include "failing.h"
#include "packs.h"
#include "sample/sample.h"

static pag_sample sample;

static bool find_by(const pag_sample_wish *wish)
{
    pag_arena_reset(&packs.run);
    bool found = pag_sample_find(&packs.run, packs.pack, wish, &sample);
    packs.told = sample.diags;
    packs.result = sample.result;
    packs.status = sample.result.status;
    return found;
}

static bool find_sample(void)
{
    const pag_sample_wish wish = {.lang = PAG_EN};
    return find_by(&wish);
}

static const pag_cell *cell(const char *path)
{
    const pag_group *group = pag_pack_subject(packs.pack, 0);
    const pag_cell *found = NULL;
    while (*path) {
        size_t len = strcspn(path, ".");
        found = pag_group_cell(group, (pag_str){path, len});
        assert_non_null(found);
        group = found->list;
        path += len + (path[len] == '.');
    }
    return found;
}

/* The file without its first line. */
static void assert_file(const char *expected)
{
    const char *text = packs_text(sample.text);
    assert_string_equal(strchr(text, '\n') + 1, expected);
}

static void assert_has(const char *line)
{
    const char *text = packs_text(sample.text);
    if (!strstr(text, line)) fail_msg("no \"%s\" in:\n%s", line, text);
}

#define HEAD "rules: test/2024\nperiod: {from: 2024-01-01, to: 2024-12-31}\nexample: true\n\n"

static void the_simplest_values_are_written_with_their_titles(void **state)
{
    (void)state;
    assert_loads(
        "return subject { title = 'Persone',\n"
        "  pay = money { title = 'Paga' }, bonus = percent { optional = true },\n"
        "  kind = choice { 'no', 'si' }, hired = date {}, left = flag {},\n"
        "  days = whole { default = 365 }, memo = text {},\n"
        "  marks = sheet { title = 'Scheda', marks = { 0, 5, 10 }, criteria = {\n"
        "    { id = 'a', title = 'A' }, { id = 'b', title = 'B' } } },\n"
        "  post = list { title = 'Posti', name = text {}, points = points { max = 60 } },\n"
        "}");
    assert_true(find_sample());
    assert_file(HEAD "person:  # Persone\n"
                     "  pay: 30000.00  # Paga\n"
                     "  kind: \"no\"\n"
                     "  hired: 2024-01-01\n"
                     "  left: false\n"
                     "  days: 365\n"
                     "  memo: example\n"
                     "  marks: {a: 10, b: 10}  # Scheda\n"
                     "  post:  # Posti\n"
                     "    - name: Example 1\n"
                     "      points: 60\n");
    assert_int_equal(sample.tries, 1);
    assert_said("");
}

static void a_wish_is_written_where_it_is_wished(void **state)
{
    (void)state;
    assert_loads("return subject { pay = money { min = 1, max = 9 },\n"
                 "  marks = sheet { max = 10, criteria = { { id = 'a', title = 'A' },\n"
                 "                                         { id = 'b', title = 'B' } } },\n"
                 "  office = list { name = text {},\n"
                 "    post = list { name = text {}, score = points { max = 60 } } } }");
    const size_t second[] = {1, 1}, each[] = {PAG_SAMPLE_EACH, 0};
    const pag_cell *score = cell("office.post.score");
    const pag_sample_value values[] = {
        {.cell = cell("pay"), .text = PAG_STR("8.25")},
        {.cell = cell("marks"), .criterion = &cell("marks")->criteria[1], .text = PAG_STR("3")},
        {.cell = score, .n_entries = 2, .entries = each, .text = PAG_STR("41")},
        {.cell = score, .n_entries = 2, .entries = second, .text = PAG_STR("45.5")}};
    const pag_sample_count counts[] = {
        {.list = cell("office")->list, .n = 2},
        {.list = cell("office.post")->list, .n_entries = 1, .entries = second, .n = 2}};
    const pag_sample_wish wish = {.n = 4,
                                  .values = values,
                                  .n_counts = 2,
                                  .counts = counts,
                                  .lang = PAG_EN,
                                  .comment = PAG_STR("Why it is here:\nto be seen")};
    assert_true(find_by(&wish));
    assert_file("# Why it is here:\n# to be seen\n" HEAD "person:\n"
                "  pay: 8.25\n"
                "  marks: {a: 10, b: 3}\n"
                "  office:\n"
                "    - name: Example 1\n"
                "      post:\n"
                "        - name: Example 1\n"
                "          score: 41\n"
                "    - name: Example 2\n"
                "      post:\n"
                "        - name: Example 1\n"
                "          score: 41\n"
                "        - name: Example 2\n"
                "          score: 45.5\n");
    pag_str text = pag_sample_write(&packs.arena, packs.pack, &wish);
    assert_true(pag_str_equal(text, sample.text));
}

static void parts_of_a_sum_share_what_wishes_leave(void **state)
{
    (void)state;
    assert_loads(
        "return subject { office = list { name = text {},\n"
        "  share = percent { sum = '100%' }, cut = percent { sum = '100%', step = '1%' },\n"
        "  given = money { sum = 100 } } }");
    const size_t first[] = {0};
    const pag_sample_value values[] = {
        {.cell = cell("office.share"), .n_entries = 1, .entries = first, .text = PAG_STR("40%")}};
    const pag_sample_count counts[] = {{.list = cell("office")->list, .n = 3}};
    pag_sample_wish wish = {.n = 1, .values = values, .n_counts = 1, .counts = counts};
    assert_true(find_by(&wish));
    assert_string_equal(value_for("share", "example-2"), "30");
    assert_string_equal(value_for("cut", "example-1"), "34");
    assert_string_equal(value_for("cut", "example-3"), "33");
    assert_string_equal(value_for("given", "example-1"), "33.34");
    wish.n = 0;
    assert_true(find_by(&wish));
    assert_has("share: 1/3");
}

static void tiles_cover_the_period_around_a_wished_day(void **state)
{
    (void)state;
    assert_loads("return subject { spell = list { tiles = 'period', name = text {},\n"
                 "  from = date {}, to = date {} } }");
    const size_t first[] = {0};
    const pag_sample_value values[] = {{.cell = cell("spell.to"),
                                        .n_entries = 1,
                                        .entries = first,
                                        .text = PAG_STR("2024-02-10")}};
    const pag_sample_count counts[] = {{.list = cell("spell")->list, .n = 3}};
    const pag_sample_wish wish = {.n = 1, .values = values, .n_counts = 1, .counts = counts};
    assert_true(find_by(&wish));
    assert_string_equal(value_for("from", "example-2"), "2024-02-11");
    assert_string_equal(value_for("to", "example-3"), "2024-12-31");
}

static void entries_called_like_others_are_called_like_one_each(void **state)
{
    (void)state;
    assert_loads("return subject { office = list { name = text {} },\n"
                 "  seat = list { office = ref { to = 'person.office' } },\n"
                 "  bare = list { pay = money {} } }");
    const pag_sample_count counts[] = {{.list = cell("office")->list, .n = 2},
                                       {.list = cell("seat")->list, .n = 3},
                                       {.list = cell("bare")->list, .n = 2}};
    const pag_sample_wish wish = {.n_counts = 3, .counts = counts, .lang = PAG_EN};
    assert_true(find_by(&wish));
    assert_has("    - office: example-1\n    - office: example-2\n    - id: example-3\n");
    assert_has("    - id: example-1\n      pay: 30000.00\n    - id: example-2\n");
}

static void values_are_varied_until_every_condition_holds(void **state)
{
    (void)state;
    assert_loads("return subject {\n"
                 "  floor = money { value = '31415.92' }, base = money {}, extra = money {},\n"
                 "  total = money { of = function(p) return p.base + p.extra end },\n"
                 "  paid = flag {}, when = date { optional = true }, done = date {},\n"
                 "  must { 'too little', of = function(p) return p.extra >= p.floor end },\n"
                 "  must { 'too much', of = function(p) return p.total <= '41415.92' end },\n"
                 "  must { 'not paid', of = function(p) return p.paid end },\n"
                 "  must { 'no day', of = function(p)\n"
                 "    return p.when ~= nil and p.when > p.done end },\n"
                 "}");
    assert_true(find_sample());
    assert_string_equal(value_for("extra", ""), "31415.92");
    assert_string_equal(value_for("paid", ""), "true");
    assert_said("");
}

static void what_must_be_the_year_of_the_period_becomes_it(void **state)
{
    (void)state;
    assert_loads(
        "return subject { paid = whole { title = 'Anno' },\n"
        "  must { 'un altro anno', of = function(s) return is(s.paid, period.year) end },\n"
        "}");
    assert_true(find_sample());
    assert_has("  paid: 2024  # Anno\n");
    assert_said("");
}

static void a_score_in_no_band_is_moved_to_where_there_is_one(void **state)
{
    (void)state;
    assert_loads("local t = bands 't' { gaps = 'refuse', { from = 3, to = 4, give = '1%' },\n"
                 "  { from = 7, to = 7, give = '2%' } }\n"
                 "return subject { score = points {}, got = percent { bands = t, by = 'score' } }");
    assert_true(find_sample());
    assert_string_equal(value_for("score", ""), "3");
}

static void a_list_gets_more_entries_where_one_is_not_enough(void **state)
{
    (void)state;
    assert_loads(
        "return subject { office = list { name = text {} },\n"
        "  must { 'one is not enough', of = function(p) return count(p.office) > 2 end } }");
    assert_true(find_sample());
    assert_has("- name: Example 3\n");
}

static void what_nobody_can_satisfy_ends_and_says_why(void **state)
{
    (void)state;
    assert_loads("return subject { a = money {}, b = text {}, c = date {},\n"
                 "  must { 'never', of = function(p) return p.a > p.a end } }");
    assert_false(find_sample());
    assert_non_null(sample.evaluation);
    assert_said("E0320 person.lua:2:8");
    const pag_sample_value values[] = {{.cell = cell("a"), .text = PAG_STR("8,5")}};
    const pag_sample_wish wish = {.n = 1, .values = values};
    assert_false(find_by(&wish));
    assert_null(sample.evaluation);
    assert_said("E0229 sample.yaml:7:6");
}

static void texts_that_could_be_taken_for_something_else_are_quoted(void **state)
{
    (void)state;
    assert_loads("return subject { a = text {}, b = text {}, c = text {} }");
    const pag_sample_value values[] = {{.cell = cell("a"), .text = PAG_STR("2024")},
                                       {.cell = cell("b"), .text = PAG_STR("say: \"so\" # \\ \n")},
                                       {.cell = cell("c"), .text = PAG_STR("Città (nuova)")}};
    const pag_sample_wish wish = {.n = 3, .values = values};
    assert_true(find_by(&wish));
    assert_has("  a: \"2024\"\n  b: \"say: \\\"so\\\" # \\\\ \\x0a\"\n  c: Città (nuova)\n");
    assert_string_equal(value_for("b", ""), "say: \"so\" # \\ \n");
}

static void the_same_pack_gives_the_same_file(void **state)
{
    (void)state;
    assert_loads("return subject { a = money {}, b = money {},\n"
                 "  must { 'other', of = function(p) return p.a < p.b end } }");
    assert_true(find_sample());
    const char *first = packs_text(sample.text);
    assert_true(find_sample());
    assert_string_equal(packs_text(sample.text), first);
}

static pag_status find_within(const pag_allocator *allocator)
{
    pag_arena arena;
    pag_trap trap;
    pag_sample out = {.text = {"", 0}};
    const pag_sample_wish wish = {.lang = PAG_EN};
    pag_arena_init(&arena, allocator, 0);
    pag_trap_set(&trap, &arena);
    if (setjmp(trap.jump) == 0) (void)pag_sample_find(&arena, packs.pack, &wish, &out);
    pag_trap_clear(&trap);
    pag_arena_drop(&arena);
    return trap.status == PAG_OK ? out.result.status : trap.status;
}

static void memory_that_ends_is_told_and_nothing_is_left_behind(void **state)
{
    (void)state;
    assert_loads("return subject { floor = money { value = 31415 }, a = money {}, b = percent {},\n"
                 "  c = money { of = function(p) return p.a * p.b end },\n"
                 "  must { 'more', of = function(p) return p.c > p.floor end } }");
    failing_sweep(find_within);
}

/* All that the repository holds: no sample is refused, though figures may be withheld. */
static void every_pack_of_the_tree_accepts_its_sample(void **state)
{
    (void)state;
    pag_tree tree = {PAG_STR("rules"), PAG_STR("plans")};
    pag_str *names;
    size_t n = pag_tree_packs(&packs.arena, &tree, &names);
    assert_true(n > 10);
    for (size_t i = 0; i < n; i++) {
        pag_pack_destroy(packs.pack);
        packs.diags = pag_diagnostics_create(&packs.arena, pag_sources_create(&packs.arena));
        packs.pack = pag_pack_load(&packs.arena, packs.diags, &tree, names[i], (pag_pos){0});
        assert_non_null(packs.pack);
        if (!find_sample()) fail_msg("%s: %s", packs_text(names[i]), said());
        assert_int_equal(evaluate_document(packs_text(sample.text)), PAG_OK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_simplest_values_are_written_with_their_titles),
        TEST(a_wish_is_written_where_it_is_wished),
        TEST(parts_of_a_sum_share_what_wishes_leave),
        TEST(tiles_cover_the_period_around_a_wished_day),
        TEST(entries_called_like_others_are_called_like_one_each),
        TEST(values_are_varied_until_every_condition_holds),
        TEST(what_must_be_the_year_of_the_period_becomes_it),
        TEST(a_score_in_no_band_is_moved_to_where_there_is_one),
        TEST(a_list_gets_more_entries_where_one_is_not_enough),
        TEST(what_nobody_can_satisfy_ends_and_says_why),
        TEST(texts_that_could_be_taken_for_something_else_are_quoted),
        TEST(the_same_pack_gives_the_same_file),
        TEST(memory_that_ends_is_told_and_nothing_is_left_behind),
        TEST(every_pack_of_the_tree_accepts_its_sample),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
