/* The words of a choice and their titles: files and rules write the word, people read the title. */
#include "explain/tree.h"
#include "packs.h"

#define TITLED "choice { { \"months\", \"in dodicesimi\" }, { \"days\", \"in giorni\" } }"

static bool append(void *ud, const char *at, size_t len)
{
    pag_text_put(ud, (pag_str){at, len});
    return true;
}

static const char *explained(const char *tail, bool json)
{
    pag_text out = {.arena = &packs.arena};
    pag_sink sink = {.write = append, .ud = &out};
    assert_string_equal(said(), "");
    pag_view view = pag_view_of(&packs.result, &packs.arena);
    view.width = 300;
    (json ? pag_tree_write_json : pag_tree_write)(&view, figure(tail), &sink);
    return packs_text(pag_text_str(&out));
}

static void assert_has(const char *text, const char *piece)
{
    if (!strstr(text, piece)) fail_msg("not there: \"%s\" in\n%s", piece, text);
}

static void files_and_formulas_write_the_word_and_people_read_the_title(void **state)
{
    (void)state;
    assert_loads("return subject {\n"
                 "  way = " TITLED ",\n"
                 "  pay = money { of = function(s)\n"
                 "    if is(s.way, \"days\") then return 10 end return 12 end },\n"
                 "}\n");
    evaluate("way: days");
    assert_figure("pay", "10.00");
    assert_figure("way", "days");
    assert_has(explained("pay", false), "in giorni  way");
}

static void json_has_the_word_as_value_and_the_title_beside_it(void **state)
{
    (void)state;
    assert_loads("return subject { way = " TITLED ", plain = choice { \"a\", \"b\" } }\n");
    evaluate("way: days\nplain: a");
    assert_has(explained("way", true), "\"value\":\"days\",\"value_title\":\"in giorni\"");
    assert_has(explained("plain", true), "\"value\":\"a\",\"unit\":\"choice\"");
}

static void words_keep_their_order(void **state)
{
    (void)state;
    assert_loads("return subject { way = " TITLED ",\n"
                 "  later = flag { of = function(s) return above(s.way, \"months\") end } }\n");
    evaluate("way: days");
    assert_figure("later", "true");
}

static void sentences_show_the_title(void **state)
{
    (void)state;
    assert_loads(
        "return subject { way = " TITLED ",\n"
        "  must { \"diviso {way}\", of = function(s) return is(s.way, \"months\") end } }\n");
    evaluate("way: days");
    assert_said("E0320 person.lua:2:8");
    assert_string_equal(sentence(MESSAGE), "diviso in giorni");
}

static void a_row_is_told_by_the_title_of_the_word_that_found_it(void **state)
{
    (void)state;
    assert_loads("local rates = keyed \"rates\" { months = \"10%\", days = \"20%\" }\n"
                 "return subject { way = " TITLED ",\n"
                 "  rate = percent { keyed = rates, by = \"way\" },\n"
                 "  called = percent { of = function(s) return rates(s.way) end },\n"
                 "  by_text = percent { of = function(s) return rates(\"days\") end } }\n");
    evaluate("way: days");
    assert_has(explained("rate", false), "row “in giorni” (table rates): 20 %");
    assert_has(explained("called", false), "row “in giorni” (table rates): 20 %");
    assert_has(explained("by_text", false), "row “days” (table rates): 20 %");
    assert_has(explained("rate", true), "\"row\":{\"key\":\"days\"");
}

static void a_word_that_a_row_gives_is_told_by_its_title(void **state)
{
    (void)state;
    assert_loads(
        "local ways = bands \"ways\" {\n"
        "  { from = 0, below = 60, give = \"months\" },\n"
        "  { from = 60, to = 100, give = \"days\" } }\n"
        "return subject { score = points { max = 100 },\n"
        "  way = choice { { \"months\", \"in dodicesimi\" }, { \"days\", \"in giorni\" },\n"
        "    bands = ways, by = \"score\" } }\n");
    evaluate("score: 50");
    assert_figure("way", "months");
    assert_has(explained("way", false), "in dodicesimi  way");
    assert_has(explained("way", false), "more: in giorni (from 60)");
}

static void a_title_written_for_its_word_is_told_the_word(void **state)
{
    (void)state;
    assert_loads("return subject { way = " TITLED " }\n");
    evaluate("way: in giorni");
    assert_said("E0238 evaluation.yaml:4:8");
    assert_string_equal(sentence(HELP), "did you mean \"days\"?");
    assert_string_equal(sentence(NOTE),
                        "the words are: \"months\" (in dodicesimi), \"days\" (in giorni)");
}

static void an_unknown_word_in_a_formula_lists_words_and_titles(void **state)
{
    (void)state;
    assert_loads("return subject { way = " TITLED ",\n"
                 "  pay = flag { of = function(s) return is(s.way, \"weeks\") end } }\n");
    evaluate("way: days");
    assert_said("E0465 person.lua:2:50");
    assert_string_equal(sentence(HELP),
                        "its words are: \"months\" (in dodicesimi), \"days\" (in giorni)");
}

static void a_word_and_its_title_are_two_texts(void **state)
{
    (void)state;
    assert_refused("return subject { a = choice { { \"x\", \"X\" }, { \"y\" } } }",
                   "E0920 person.lua:1:45");
    assert_refused("return subject { a = choice { { \"x\", \"X\" }, { \"y\", \"\" } } }",
                   "E0920 person.lua:1:45");
    assert_refused("return subject { a = choice { { \"x\", \"X\" }, { \"y\", title = \"Y\" } } }",
                   "E0920 person.lua:1:45");
    assert_refused("return subject { a = choice { { \"x\", \"X\" }, { \"y\", \"Y\", \"Z\" } } }",
                   "E0920 person.lua:1:45");
    assert_refused("return subject { a = choice { { \"x\", \"X\" }, { \"y\", true } } }",
                   "E0920 person.lua:1:45");
    assert_refused("return subject { a = choice { { \"x\", \"X\" }, true } }",
                   "E0143 person.lua:1:29");
}

static void titles_stand_with_all_words_or_none_and_differ(void **state)
{
    (void)state;
    assert_refused("return subject { a = choice { \"x\", { \"y\", \"Y\" } } }",
                   "E0921 person.lua:1:31");
    assert_refused("return subject { a = choice { { \"x\", \"Y\" }, { \"y\", \"Y\" } } }",
                   "E0922 person.lua:1:45");
    assert_refused("return subject { a = choice { { \"x\", \"X\" }, { \"x\", \"Y\" } } }",
                   "E0144 person.lua:1:45");
}

static void one_word_with_its_title_may_serve_several_choices(void **state)
{
    (void)state;
    assert_loads("local yes, no = { \"yes\", \"sì\" }, { \"no\", \"no\" }\n"
                 "return subject { a = choice { yes, no }, b = choice { no, yes },\n"
                 "  same = flag { of = function(s) return is(s.a, s.b) end } }\n");
    evaluate("a: \"yes\"\nb: \"yes\"");
    assert_figure("same", "true");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(files_and_formulas_write_the_word_and_people_read_the_title),
        TEST(json_has_the_word_as_value_and_the_title_beside_it),
        TEST(words_keep_their_order),
        TEST(sentences_show_the_title),
        TEST(a_row_is_told_by_the_title_of_the_word_that_found_it),
        TEST(a_word_that_a_row_gives_is_told_by_its_title),
        TEST(a_title_written_for_its_word_is_told_the_word),
        TEST(an_unknown_word_in_a_formula_lists_words_and_titles),
        TEST(a_word_and_its_title_are_two_texts),
        TEST(titles_stand_with_all_words_or_none_and_differ),
        TEST(one_word_with_its_title_may_serve_several_choices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
