/* Words of formulas that name a cell, an entry, a text or a list: one that names another is another
 * formula. */
#include "diffs.h"

/* One formula of the person and one of each entry of a list, the second of which `how` writes. */
#define PEOPLE(of_list, of_entry)                                                                  \
    "return subject { grade = text {}, bonus = flag {}, \n"                                        \
    "  office = list { name = text {}, size = number {} },\n"                                      \
    "  other = list { name = text {}, size = number {} },\n"                                       \
    "  person = list { name = text {}, score = number {}, age = number {},\n"                      \
    "    near = ref { to = \"person.office\" }, far = ref { to = \"person.office\" },\n"           \
    "    task = list { name = text {}, hours = number {} },\n"                                     \
    "    own = number { of = function(p, s) " of_entry " end } },\n"                               \
    "  all = number { of = function(s) " of_list " end } }"

static void assert_effect(const char *before, const char *after, const char *name,
                          pag_diff_effect effect)
{
    pag_diff *diff = compared(before, after);
    assert_int_equal(diff->n_edits, 1);
    assert_edit(diff, 0, name, effect);
    done_with(diff);
}
#define OF_ENTRY(a, b, effect)                                                                     \
    assert_effect(PEOPLE("return 1", a), PEOPLE("return 1", b), "person.person.own.of", effect)
#define OF_LIST(a, b, effect)                                                                      \
    assert_effect(PEOPLE(a, "return 1"), PEOPLE(b, "return 1"), "person.all.of", effect)

static void a_rank_by_another_cell_or_of_another_entry_is_another(void **state)
{
    (void)state;
    OF_ENTRY("return rank(s.person, \"score\", p)", "return rank(s.person, \"age\", p)",
             PAG_DIFF_OPEN);
    OF_LIST("return sum(s.person, function(p) return rank(s.person, \"score\", p) end)",
            "return sum(s.person, function(q) return rank(s.person, \"age\", q) end)",
            PAG_DIFF_OPEN);
    OF_LIST("return sum(s.person, function(p) return sum(s.person, function(q)\n"
            "  if q.age > 3 then return rank(s.person, \"score\", p) end return 0 end) end)",
            "return sum(s.person, function(p) return sum(s.person, function(q)\n"
            "  if q.age > 3 then return rank(s.person, \"score\", q) end return 0 end) end)",
            PAG_DIFF_OPEN);
    OF_ENTRY("return rank(s.person, \"score\", p) + 1", "return 1 + rank(s.person, \"score\", p)",
             PAG_DIFF_NONE);
}

static void a_text_that_is_another_is_told(void **state)
{
    (void)state;
    OF_LIST("if is(s.grade, \"D1\") then return 1 end return 0",
            "if is(s.grade, \"D2\") then return 1 end return 0", PAG_DIFF_OPEN);
    OF_LIST("if is(s.grade, \"D1\") then return 1 end return 0",
            "local first = is(s.grade, \"D1\") if first then return 1 end return 0", PAG_DIFF_NONE);
}

static void an_entry_that_is_another_is_told(void **state)
{
    (void)state;
    OF_ENTRY("if is(p.near, p.far) then return 1 end return 0",
             "if is(p.near, p.near) then return 1 end return 0", PAG_DIFF_OPEN);
    OF_ENTRY("if is(p.near, p.far) then return 1 end return 0",
             "local a = p.near if is(a, p.far) then return 1 end return 0", PAG_DIFF_NONE);
    OF_LIST("return count(s.person, function(p) return any(s.office, function(o)\n"
            "  return is(p.near, o) end) end)",
            "return count(s.person, function(p) return any(s.office, function(o)\n"
            "  return is(p.far, o) end) end)",
            PAG_DIFF_OPEN);
    OF_ENTRY("return p.near.size", "return p.far.size", PAG_DIFF_OPEN);
    OF_ENTRY("return p.near.size + 1", "return 1 + p.near.size", PAG_DIFF_NONE);
}

static void all_and_any_are_two(void **state)
{
    (void)state;
    OF_LIST("if all(s.person, function(p) return p.age > 5 end) then return 1 end return 0",
            "if any(s.person, function(p) return p.age > 5 end) then return 1 end return 0",
            PAG_DIFF_OPEN);
    OF_LIST("if any(s.office, function(p) return s.bonus end) then return 1 end return 0",
            "if any(s.other, function(p) return s.bonus end) then return 1 end return 0",
            PAG_DIFF_OPEN);
    OF_LIST("if all(s.person, function(p) return p.age > 5 end) then return 1 end return 0",
            "if all(s.person, function(q) return 5 < q.age end) then return 1 end return 0",
            PAG_DIFF_NONE);
}

static void which_entry_a_function_was_given_counts(void **state)
{
    (void)state;
    OF_LIST("if all(s.person, function(p) return any(s.person, function(q)\n"
            "  return p.age < q.score end) end) then return 1 end return 0",
            "if all(s.person, function(p) return any(s.person, function(q)\n"
            "  return q.age < p.score end) end) then return 1 end return 0",
            PAG_DIFF_OPEN);
    OF_LIST("return sum(s.person, function(p) return mean(s.person, function(q)\n"
            "  return count(p.task) * q.age end) end)",
            "return sum(s.person, function(p) return mean(s.person, function(q)\n"
            "  return count(q.task) * q.age end) end)",
            PAG_DIFF_OPEN);
    OF_LIST("return sum(s.person, function(p) return mean(s.person, function(q)\n"
            "  return count(p.task) * q.age end) end)",
            "return sum(s.person, function(x) return mean(s.person, function(y)\n"
            "  return y.age * count(x.task) end) end)",
            PAG_DIFF_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_rank_by_another_cell_or_of_another_entry_is_another),
        TEST(a_text_that_is_another_is_told),
        TEST(an_entry_that_is_another_is_told),
        TEST(all_and_any_are_two),
        TEST(which_entry_a_function_was_given_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
