/* Warnings of rules by name, and what an evaluation says to answer for each. */
#include "packs.h"

static const char *const rules = "return subject {\n"
                                 "  item = list { name = text {}, cost = money {},\n"
                                 "    warn { \"{name} costa {cost}\", name = \"dear\",\n"
                                 "      of = function(i) return i.cost < 10 end },\n"
                                 "    part = list { name = text {}, ok = flag {},\n"
                                 "      warn { \"{name} manca\", name = \"part\", at = \"ok\",\n"
                                 "        of = function(p) return p.ok end } },\n"
                                 "  },\n"
                                 "  warn { \"senza nome\", of = function() return false end },\n"
                                 "}\n";
static const char *const data =
    "item:\n"
    "  - {name: A, cost: 5.00, part: [{name: X, ok: false}, {name: Y, ok: true}]}\n"
    "  - {name: B, cost: 12.00, part: [{name: X, ok: false}]}\n";

/* Evaluates the data with these answers; what is left stands in `said()` and is counted. */
static size_t warnings_with(const char *answers)
{
    write_rules(rules);
    assert_true(load());
    const char *head = packs_join("rules: test/2024\nperiod: {from: 2024-01-01, to: 2024-12-31}\n"
                                  "acknowledged: [",
                                  answers, "]\nperson:\n");
    evaluate_document(packs_join(head, packs_indented(data), "\n"));
    assert_int_equal(packs.status, PAG_OK);
    return pag_diagnostics_warnings(packs.told);
}

/* The codes of those nobody answers for, with their names: "W0321 dear; W0278". */
static const char *unanswered(void)
{
    pag_text out = {.arena = &packs.arena};
    for (size_t i = 0; i < pag_diagnostics_count(packs.told); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(packs.told, i);
        if (d->acknowledged) continue;
        if (out.len) pag_text_put(&out, PAG_STR("; "));
        pag_text_put(&out, pag_code_text(d->code));
        if (d->name.len) pag_text_byte(&out, ' ');
        pag_text_put(&out, d->name);
        if (d->entry.len) pag_text_byte(&out, ' ');
        pag_text_put(&out, d->entry);
    }
    pag_text_byte(&out, '\0');
    return out.at;
}

static const pag_diagnostic *first_of(pag_code code)
{
    for (size_t i = 0; i < pag_diagnostics_count(packs.told); i++) {
        const pag_diagnostic *d = pag_diagnostics_at(packs.told, i);
        if (d->code == code) return d;
    }
    fail();
    return NULL;
}

static const char *said_of(pag_code code, int part)
{
    return packs_text(pag_diag_sentence(&packs.arena, first_of(code), PAG_EN, part));
}

static void a_warning_says_how_to_answer_for_it(void **state)
{
    (void)state;
    assert_int_equal(warnings_with("{code: W0321, because: x}"), 3);
    assert_string_equal(unanswered(), "W0321 dear b; W0321 part a.x; W0321 part b.x");
    assert_string_equal(said_of(PAG_W0321, HELP),
                        "correct what it says, or say why it is right:  "
                        "acknowledged: [{code: W0321, name: dear, for: b, because: …}]");
}

static void a_named_answer_is_for_that_warning_only(void **state)
{
    (void)state;
    assert_int_equal(warnings_with("{code: W0321, name: part, because: x}"), 2);
    assert_string_equal(unanswered(), "W0321 dear b; W0321");
    assert_int_equal(warnings_with("{code: W0321, name: part, because: x}, "
                                   "{code: W0321, name: dear, because: y}, "
                                   "{code: W0321, because: z}"),
                     0);
}

static void an_answer_may_be_for_one_entry(void **state)
{
    (void)state;
    warnings_with("{code: W0321, name: dear, for: b, because: x}, "
                  "{code: W0321, name: part, for: b.x, because: y}");
    assert_string_equal(unanswered(), "W0321; W0321 part a.x");
}

static void an_entry_that_may_be_several_answers_for_none(void **state)
{
    (void)state;
    warnings_with("{code: W0321, name: part, for: x, because: y}, {code: W0321, because: z}");
    assert_string_equal(unanswered(), "W0321 dear b; W0893; W0321 part a.x; W0321 part b.x");
    assert_string_equal(said_of(PAG_W0893, NOTE), "they are: a.x, b.x");
    assert_string_equal(said_of(PAG_W0893, HELP),
                        "write which one, with what it stands in:  for: a.x");
}

static void an_answer_to_nothing_is_told(void **state)
{
    (void)state;
    warnings_with("{code: W0321, name: dear, for: a, because: x}, {code: W0213, because: z}");
    assert_string_equal(said_of(PAG_W0278, MESSAGE),
                        "W0321, name: dear, for: a is acknowledged, and there is no such warning");
    warnings_with("{code: W0321, name: daer, because: x}");
    assert_string_equal(said_of(PAG_W0891, HELP), "did you mean \"dear\"?");
    warnings_with("{code: W0321, name: nothing-like-it, because: x}");
    assert_string_equal(said_of(PAG_W0892, HELP),
                        "write one of these names, or remove it from  acknowledged:  dear, part");
}

static void an_answer_without_a_name_says_which_names_there_are(void **state)
{
    (void)state;
    write_rules("return subject { warn { \"so\", name = \"so-it-is\",\n"
                "  of = function() return false end } }\n");
    assert_true(load());
    evaluate_document("rules: test/2024\nperiod: {from: 2024-01-01, to: 2024-12-31}\n"
                      "acknowledged: [{code: W0321, because: x}]\nperson: {}\n");
    assert_string_equal(unanswered(), "W0321 so-it-is; W0890");
    assert_string_equal(said_of(PAG_W0890, HELP), "acknowledge each by its name:  "
                                                  "{code: W0321, name: so-it-is, because: …}");
}

static void rules_without_names_are_answered_as_ever(void **state)
{
    (void)state;
    write_rules("return subject { warn { \"so\", of = function() return false end } }\n");
    assert_true(load());
    evaluate_document("rules: test/2024\nperiod: {from: 2024-01-01, to: 2024-12-31}\n"
                      "acknowledged: [{code: W0321, name: so, because: x}]\nperson: {}\n");
    assert_string_equal(unanswered(), "W0321; W0278");
}

static void a_name_is_a_plain_word_of_one_warning(void **state)
{
    (void)state;
    assert_refused("return subject { a = money {},\n"
                   "  warn { \"x\", name = \"Scala\", of = function() return true end },\n"
                   "  warn { \"x\", name = \"a\", of = function() return true end },\n"
                   "  warn { \"y\", name = \"a\", of = function() return true end },\n"
                   "  must { \"z\", name = \"b\", of = function() return true end } }\n",
                   "E0880 person.lua:2:22; E0881 person.lua:4:22; E0882 person.lua:5:15");
}

/* Two entries may read the same; the answer for one leaves the other. */
static void warnings_that_read_the_same_are_two(void **state)
{
    (void)state;
    write_rules(
        "return subject { item = list { name = text {},\n"
        "  warn { \"manca l'atto\", name = \"act\", of = function() return false end } } }\n");
    assert_true(load());
    evaluate_document("rules: test/2024\nperiod: {from: 2024-01-01, to: 2024-12-31}\n"
                      "acknowledged: [{code: W0321, name: act, for: a, because: x}]\n"
                      "person: {item: [{name: N, id: a}, {name: N, id: b}]}\n");
    assert_string_equal(unanswered(), "W0321 act b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_warning_says_how_to_answer_for_it),
        TEST(a_named_answer_is_for_that_warning_only),
        TEST(an_answer_may_be_for_one_entry),
        TEST(an_entry_that_may_be_several_answers_for_none),
        TEST(an_answer_to_nothing_is_told),
        TEST(an_answer_without_a_name_says_which_names_there_are),
        TEST(rules_without_names_are_answered_as_ever),
        TEST(a_name_is_a_plain_word_of_one_warning),
        TEST(warnings_that_read_the_same_are_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
