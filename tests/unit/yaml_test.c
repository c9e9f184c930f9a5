/* What a document is, and what of YAML is refused although libyaml would take it. */
#include "yaml_reading.h"

#include <string.h>

static void maps_lists_and_texts_become_nodes(void **state)
{
    (void)state;
    assert_reads("title: Prova\npeople:\n  - id: P1\n    mark: 7\n  - id: P2\n",
                 "{title: Prova, people: [{id: P1, mark: 7}, {id: P2}]}");
    assert_reads("- a\n-\n  - b\n  - - c\n", "[a, [b, [c]]]");
    assert_reads("only", "only");
}

static void brackets_and_braces_may_span_lines(void **state)
{
    (void)state;
    assert_reads("rows: [[40, 0%], [41, 4%]]\nperiod: {from: 2023-01-01,\n  to: 2023-12-31}\n",
                 "{rows: [[40, 0%], [41, 4%]], period: {from: 2023-01-01, to: 2023-12-31}}");
    assert_reads("a: [\n\t1,\n\t2,\n]\nb: []\nc: {}\n", "{a: [1, 2], b: [], c: {}}");
    assert_reads("{\"a\":1, 'b': 2}\n", "{a: 1, b: 2}");
    assert_reads("a: [10:30, area: x]\n", "{a: [10:30, {area: x}]}");
}

static void texts_stay_as_they_are_written(void **state)
{
    (void)state;
    assert_reads("- no\n- yes\n- ~\n- null\n- 012\n- 8,5\n- 1e3\n- .inf\n- 50%\n- 0x1F\n",
                 "[no, yes, ~, null, 012, 8,5, 1e3, .inf, 50%, 0x1F]");
}

static void a_key_without_value_has_an_empty_text(void **state)
{
    (void)state;
    assert_reads("a:\nb: \nc: ''\nd: {e: }\nf: [ ]\n", "{a: , b: , c: \"\", d: {e: }, f: []}");
    assert_reads("- \n-\n", "[, ]");
    assert_reads("''", "\"\"");
}

static void quoted_texts_are_told_from_plain_ones(void **state)
{
    (void)state;
    assert_reads("a: 'Area: tecnica'\nb: \"L'Aquila # 1\"\nc: 'L''Aquila'\nd: \"1\\n2\\u00e8\"\n",
                 "{a: \"Area: tecnica\", b: \"L'Aquila # 1\", c: \"L'Aquila\", d: \"1\n2è\"}");
    assert_reads("a: L'Aquila\nb: http://x.it/a:b#c\nc: a - b\nd: x & y * z ! w\n",
                 "{a: L'Aquila, b: http://x.it/a:b#c, c: a - b, d: x & y * z ! w}");
    assert_reads("'<<': 1\n\"a b\" : 2\n", "{<<: 1, a b: 2}");
    assert_reads("link:\n  http://x.it\nwhen:\n  10:30\n", "{link: http://x.it, when: 10:30}");
}

static void texts_over_several_lines_may_hold_anything(void **state)
{
    (void)state;
    assert_reads("a: |\n  one:\n  \ttwo *x &y\n   - three\nb: >-\n  four\n  five\n",
                 "{a: \"one:\n\ttwo *x &y\n - three\n\", b: \"four five\"}");
    assert_reads("a: \"one\n\ttwo\n  --- %\n  three\"\nb: four\n  five\n",
                 "{a: \"one two --- % three\", b: four five}");
}

static void comments_and_blank_lines_are_free(void **state)
{
    (void)state;
    assert_reads("# è\n\n---\n# c\na: 1 # *x\n\n  # &y\nb: 2#3\n...\n# end\n\n", "{a: 1, b: 2#3}");
}

static void a_byte_order_mark_and_windows_line_ends_change_nothing(void **state)
{
    (void)state;
    assert_reads("\xef\xbb\xbf"
                 "title: Prova\r\npeople:\r\n  - id: P1\r\n    note: |\r\n      a\r\n      b\r\n",
                 "{title: Prova, people: [{id: P1, note: \"a\nb\n\"}]}");
    assert_refused("\xef\xbb\xbf"
                   "a: 1\r\na: 2\r\nb: *x\r\n",
                   "E0212 2:1 <- 1:1; E0211 3:4");
}

static void assert_pos(pag_pos pos, uint32_t line, uint32_t column, uint32_t width)
{
    assert_int_equal(pos.source, 1);
    assert_int_equal(pos.line, line);
    assert_int_equal(pos.column, column);
    assert_int_equal(pos.width, width);
}

static void every_node_and_key_has_a_place_counted_in_characters(void **state)
{
    (void)state;
    reading r;
    reading_start(&r, PAG_STR("\xef\xbb\xbf"
                              "perché: 'è €'\r\n\r\nlista:\r\n  - {à: [1, ]}\r\n  -\r\nvoto:  \r\n"
                              "testo: |\r\n  x\r\n"));
    assert_int_equal(r.status, PAG_OK);
    assert_pos(r.root->pos, 1, 1, 1);
    assert_pos(r.root->pairs[0].key_pos, 1, 1, 6);
    assert_pos(r.root->pairs[0].value->pos, 1, 9, 5);
    const pag_node *list = pag_node_get(r.root, PAG_STR("lista"));
    assert_pos(list->pos, 4, 3, 1);
    assert_pos(list->items[0]->pos, 4, 5, 1);
    assert_pos(list->items[0]->pairs[0].key_pos, 4, 6, 1);
    assert_pos(list->items[0]->pairs[0].value->pos, 4, 9, 1);
    assert_pos(list->items[0]->pairs[0].value->items[0]->pos, 4, 10, 1);
    assert_pos(list->items[1]->pos, 5, 4, 1);
    assert_pos(pag_node_get(r.root, PAG_STR("voto"))->pos, 6, 6, 1);
    assert_pos(pag_node_get(r.root, PAG_STR("testo"))->pos, 7, 8, 1);
    assert_null(pag_node_get(r.root, PAG_STR("vot")));
    assert_null(pag_node_get(list, PAG_STR("à")));
    reading_end(&r);
}

static void bytes_that_are_no_utf8_have_a_place(void **state)
{
    (void)state;
    assert_refused("a: è\nb: Qualit\xe0\n", "E0202 2:10");
    assert_refused("a: 1 # \x80", "E0202 1:8");
    assert_refused("a: \xe9\xe8 b\n", "E0201 1:4");
    assert_refused("a: \x81 b\n", "E0201 1:4");
    assert_refused("a: \xc0\x80 b\n", "E0201 1:4");
    assert_refused("a: \xed\xa0\x80 b\n", "E0201 1:4");
}

static void windows_1252_is_recognised_by_its_letters(void **state)
{
    (void)state;
    pag_str euro = PAG_STR("pay: 10 \x80\n"), accent = PAG_STR("a: perch\xe9\n");
    check_sentence(accent, PAG_EN, 0, "this is not UTF-8 text: byte 0xE9");
    check_sentence(accent, PAG_IT, 1, "qui probabilmente c'è: é");
    check_sentence(euro, PAG_EN, 1, "here probably stands: €");
    check_sentence(euro, PAG_EN, 2, "the file was saved as Windows-1252: save it as UTF-8");
}

static void other_encodings_and_zero_bytes_are_refused(void **state)
{
    (void)state;
    assert_refused("\xff\xfe"
                   "a\0:\0",
                   "E0203 1:1");
    assert_refused("\xfe\xff\0a\0:", "E0203 1:1");
    assert_refused("a\0:\0 \0001\0", "E0203 1:1");
    assert_refused("\0a\0:\0 \0001", "E0203 1:1");
    assert_refused("a: 1\nè: \"P\0\"\n", "E0204 2:6");
}

static void characters_nobody_sees_are_refused(void **state)
{
    (void)state;
    assert_refused("è: x\xc2\x85y: 1\nb: x\xe2\x80\xa8y\nc: \xe2\x80\xa9\n",
                   "E0205 1:5; E0205 2:5; E0205 3:4");
    assert_refused("a: 1\rb: 2\r", "E0286 1:5");
    assert_refused("a: 1\nb: 2\rc: 3\n", "E0205 2:5");
    assert_refused("a: \x1b[1m\x7f\nb: \xe2\x80\xae\nc: x\xef\xbb\xbf\n",
                   "E0205 1:4; E0205 1:8; E0205 2:4; E0205 3:5");
    assert_refused("a: \"x\\0y\"\nb: \"\\u202e\"\nc: '\\0'\n", "E0205 1:4; E0205 2:4");
    assert_refused("è: 7\xc2\xa0\nb: \xc2\xa0 7\nc: 7\xc2\xa0%\n", "E0279 1:5; E0279 2:4");
    check_sentence(PAG_STR("a: x\xe2\x80\xa8y\n"), PAG_EN, 0,
                   "an invisible character that is not allowed here: U+2028");
}

static void an_empty_file_is_refused(void **state)
{
    (void)state;
    assert_refused("", "E0207 0:0");
    assert_refused("\xef\xbb\xbf", "E0207 0:0");
    assert_refused("\n  \n\t\n# nothing\r\n", "E0207 0:0");
    assert_refused("---\n# nothing\n", "E0207 0:0");
}

static void a_second_document_is_refused_where_it_begins(void **state)
{
    (void)state;
    assert_refused("a: 1\nb: 2\n---\nc: 3\n---\n", "E0208 3:1");
    assert_refused("a: 1\n...\n# c\n---\nc: 3\n", "E0208 4:1");
    assert_refused("a: 1\n...\nc: 3\n", "E0208 3:1");
    assert_refused("---\n---\na: 1\n", "E0208 2:1");
    assert_refused("---\na: 1\n--- b\n", "E0208 3:1");
    assert_reads("a: --- b\n", "{a: --- b}");
}

static void directives_are_refused_and_the_rest_is_read(void **state)
{
    (void)state;
    assert_refused("# c\n%YAML 1.2\n%TAG ! tag:x\n---\na: *è\n", "E0209 2:1; E0209 3:1; E0211 5:4");
    assert_refused("%ANY\n", "E0207 0:0; E0209 1:1");
    assert_refused("a: 1\n%TAG ! x\nb: 2\n", "E0209 2:1");
    assert_refused("a: 1\n%50\n", "E0209 2:1");
}

static void tags_are_refused(void **state)
{
    (void)state;
    assert_refused("è: !!str 7\nb: ! x\nc: !<tag:x> [1]\nd: !e {f: !\n}\n",
                   "E0210 1:4; E0210 2:4; E0210 3:4; E0210 4:4; E0210 4:11");
    assert_refused("!!map\na: 1\n", "E0210 1:1");
    assert_refused("a: !x!y z\n", "E0210 1:4");
    assert_refused("a: !<x\n", "E0210 1:4");
}

static void anchors_aliases_and_merges_are_refused(void **state)
{
    (void)state;
    assert_refused("a: &x [1]\nb: *x\nc: *unknown\n", "E0211 1:4; E0211 2:4; E0211 3:4");
    assert_refused("è: &x !!str &y\n", "E0211 1:4; E0210 1:7; E0211 1:13");
    assert_refused("a: !t\n  &x 1\n", "E0210 1:4; E0211 2:3");
    assert_refused("a:\n  <<: {b: 1}\n*x : 2\n", "E0211 2:3; E0211 3:1");
    assert_refused("a: **bold**\n", "E0211 1:4");
    assert_refused("a: & b\n", "E0211 1:4");
}

static void a_key_written_twice_points_at_the_first(void **state)
{
    (void)state;
    assert_refused("a: 1\nè: 2\n'a': 3\nè: 4\na: 5\n",
                   "E0212 3:1 <- 1:1; E0212 4:1 <- 2:1; E0212 5:1 <- 1:1");
    assert_refused("- {b: 1, c: {b: 1, b: 2}}\n- b: 1\n", "E0212 1:20 <- 1:14");
    assert_reads("- {a: 1}\n- {a: 1, A: 2}\n", "[{a: 1}, {a: 1, A: 2}]");
}

static void a_key_is_one_text_with_a_colon_behind_it(void **state)
{
    (void)state;
    assert_refused("{[a]: 1, {b: 2}: 3, c: *x}\n", "E0213 1:2; E0213 1:10; E0211 1:24");
    assert_refused("? a\n: 1\n? b\n", "E0213 1:3; E0213 3:3");
    assert_refused("? a : 1\n", "E0213 1:3");
    assert_refused("{? a : 1}\n", "E0213 1:4");
    assert_refused("a: 1\n: 2\n", "E0213 2:1");
    assert_refused("'': 2\n", "E0213 1:1");
}

static void a_colon_without_its_blank_is_found(void **state)
{
    (void)state;
    assert_refused("voto:7\n", "E0217 1:1");
    assert_refused("voto:7\nnome: X\n", "E0217 1:1");
    assert_refused("a: 1\nè:7\nb: 2\n", "E0217 2:1");
    assert_refused("p:\n  voto:7\n  nome:X\nq: 1\n", "E0217 2:3");
    assert_refused("p:\n  - id: 1\n    voto:7\n", "E0217 3:5");
    assert_refused("{voto:7, nome}\n", "E0217 1:2; E0217 1:10");
    check_sentence(PAG_STR("voto:7\nnome: X\n"), PAG_IT, 0,
                   "mancano i due punti seguiti da uno spazio: voto:7");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(maps_lists_and_texts_become_nodes),
        cmocka_unit_test(brackets_and_braces_may_span_lines),
        cmocka_unit_test(texts_stay_as_they_are_written),
        cmocka_unit_test(a_key_without_value_has_an_empty_text),
        cmocka_unit_test(quoted_texts_are_told_from_plain_ones),
        cmocka_unit_test(texts_over_several_lines_may_hold_anything),
        cmocka_unit_test(comments_and_blank_lines_are_free),
        cmocka_unit_test(a_byte_order_mark_and_windows_line_ends_change_nothing),
        cmocka_unit_test(every_node_and_key_has_a_place_counted_in_characters),
        cmocka_unit_test(bytes_that_are_no_utf8_have_a_place),
        cmocka_unit_test(windows_1252_is_recognised_by_its_letters),
        cmocka_unit_test(other_encodings_and_zero_bytes_are_refused),
        cmocka_unit_test(characters_nobody_sees_are_refused),
        cmocka_unit_test(an_empty_file_is_refused),
        cmocka_unit_test(a_second_document_is_refused_where_it_begins),
        cmocka_unit_test(directives_are_refused_and_the_rest_is_read),
        cmocka_unit_test(tags_are_refused),
        cmocka_unit_test(anchors_aliases_and_merges_are_refused),
        cmocka_unit_test(a_key_written_twice_points_at_the_first),
        cmocka_unit_test(a_key_is_one_text_with_a_colon_behind_it),
        cmocka_unit_test(a_colon_without_its_blank_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
