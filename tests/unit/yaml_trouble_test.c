/* What libyaml cannot read, said in our words; limits; hostile files. */
#include "base/file.h"
#include "yaml_reading.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static void tabs_are_refused_where_they_indent(void **state)
{
    (void)state;
    assert_refused("a:\n\t- x\n", "E0206 2:1");
    assert_refused("a: b\n\tc: d\n", "E0206 2:1");
    assert_refused("a: b\n \tc: d\n", "E0206 2:2");
    assert_refused("a: \"x\"\n\tb: 1\n", "E0206 2:1");
    assert_refused("a: |\n\tx\n", "E0206 2:1");
    assert_refused("-\tx\n", "E0206 1:2");
    assert_reads("a:\tx\ty\t\nb: [1,\n\t2]\n", "{a: x\ty, b: [1, 2]}");
}

static void a_line_out_of_line_points_at_its_neighbour(void **state)
{
    (void)state;
    assert_refused("a: 1\n  b: 2\n", "E0215 2:3 <- 1:1");
    assert_refused("a:\n  b: 1\n c: 2\n", "E0215 3:2 <- 1:1");
    assert_refused("  a: 1\nb: 2\n", "E0215 2:1 <- 1:3");
    assert_refused("- a: 1\n b: 2\n", "E0215 2:2 <- 1:1");
    assert_refused("- a: 1\n   b: 2\n", "E0215 2:4 <- 1:1");
    assert_refused("- a\nb: 1\n", "E0215 2:1 <- 1:1");
    assert_refused("a: 1\n- b\n", "E0215 2:1 <- 1:1");
    assert_refused("a: b\n# c\n\n  d: e\n", "E0215 4:3 <- 1:1");
    assert_refused("[a]\nb: c\n", "E0215 2:1 <- 1:1");
}

static void a_decimal_comma_between_brackets_is_not_a_key_without_colon(void **state)
{
    (void)state;
    const pag_str fees = PAG_STR("{rogito: 6, fees: 1.234,56, altre: 8}\n");
    assert_refused("r: {rogito: 8,5, altre: 8}\n", "E0229 1:13");
    assert_refused("r: {share: 33,33%}\n", "E0229 1:12");
    assert_refused("{rogito: 8, 5}\n", "E0490 1:13");
    assert_refused("{note: art. 5,6}\n", "E0490 1:15");
    assert_refused("{5,6}\n", "E0217 1:2; E0217 1:4");
    assert_refused("{a: [1],6}\n", "E0217 1:9");
    check_sentence(fees, PAG_EN, 0,
                   "\"fees\": \"1.234,56\" is written with a comma or with separators");
    check_sentence(fees, PAG_EN, 2, "write 1234.56");
}

static void a_no_break_space_is_told_where_a_blank_should_stand(void **state)
{
    (void)state;
    assert_refused("fees:\xc2\xa0\n  a: 3\n", "E0279 1:6");
    assert_refused("a: 1\nfees:\xc2\xa0"
                   "2\nb: 3\n",
                   "E0279 2:6");
    assert_refused("a: 1\nfees:\xc2\xa0"
                   "2\n",
                   "E0279 2:6");
    assert_refused("{a:\xc2\xa0"
                   "1, b: 2}\n",
                   "E0279 1:4");
    assert_refused("a:\n  b: 1\n \xc2\xa0"
                   "c: 2\n",
                   "E0279 3:2");
    assert_refused("a:\n\xc2\xa0 b: 1\n", "E0279 2:1");
    assert_refused("-\xc2\xa0"
                   "a: 1\n",
                   "E0279 1:2");
    assert_refused("a:\n  - b\n  -\xc2\xa0"
                   "c\n",
                   "E0279 3:4");
    assert_refused("'a:\xc2\xa0' b\n", "E0218 1:7 <- 1:1");
}

static void a_key_without_a_value_between_brackets_is_named(void **state)
{
    (void)state;
    const pag_str marks = PAG_STR("{riunioni: 8, rogito:, altre: 8}\n");
    assert_refused("{riunioni: 8, rogito:, altre: 8}\n", "E0280 1:15");
    assert_refused("{a: 8, b:}\n", "E0280 1:8");
    assert_refused("{a:[8]}\n", "E0217 1:2");
    assert_refused("[a:, b]\n", "E0216 1:3");
    check_sentence(marks, PAG_EN, 0, "\"rogito\" has no value: nothing stands after its colon");
}

static void a_colon_inside_a_text_wants_quotes(void **state)
{
    (void)state;
    assert_refused("titolo: Area: tecnica\n", "E0216 1:13");
    assert_refused("è: à: b\n", "E0216 1:5");
    assert_refused("a: \"b\" : c\n", "E0216 1:8");
    assert_refused("a: {b: c: d}\n", "E0216 1:9");
    assert_refused("a: [x:, y]\n", "E0216 1:6");
    check_sentence(PAG_STR("titolo: Area: tecnica\n"), PAG_IT, 0,
                   "«:» ha un significato proprio e non può stare qui");
    check_sentence(PAG_STR("titolo: Area: tecnica\n"), PAG_EN, 2,
                   "if it is part of a text, put the whole text in quotes: '…'");
}

static void signs_with_a_meaning_want_quotes(void **state)
{
    (void)state;
    assert_refused("a: @x\n", "E0216 1:4");
    assert_refused("a: `x`\n", "E0216 1:4");
    assert_refused("a: %50\n", "E0216 1:4");
    assert_refused("a: - b\n", "E0216 1:4");
    assert_refused("a: ? b\n", "E0216 1:4");
    assert_refused("a: >90\n", "E0216 1:4");
    assert_refused("a: |x\n", "E0216 1:4");
    assert_refused("a: ]\n", "E0216 1:4");
    assert_refused("a: [1]]\n", "E0216 1:7");
    assert_refused("{a: 1}}\n", "E0216 1:7");
    assert_refused("a: [- b]\n", "E0216 1:5");
    assert_refused("a: [1,,2]\n", "E0216 1:7");
    assert_refused("a: \"C:\\dir\"\n", "E0216 1:7");
    assert_refused("a: \"\\è\"\n", "E0216 1:5");
}

static void what_is_opened_is_closed(void **state)
{
    (void)state;
    assert_refused("a: \"x\nè: 1\n\n", "E0214 2:4 <- 1:4");
    assert_refused("a: 'x\n---\nb\n", "E0214 2:1 <- 1:4");
    assert_refused("a: \"x\\", "E0214 1:6 <- 1:4");
    assert_refused("a: [1, 2\n", "E0214 1:8 <- 1:4");
    assert_refused("a: [1,\n\n# è\n", "E0214 3:3 <- 1:4");
    assert_refused("a: {b: ", "E0214 1:6 <- 1:4");
    assert_refused("a: [\n---\n", "E0214 2:1 <- 1:4");
    assert_refused("a: [\n  - b\n", "E0214 2:3 <- 1:4");
    assert_refused("a: [1, 2\nb: 3\n", "E0214 2:2 <- 1:4");
    assert_refused("a: {x: 1\nb: 2\n", "E0214 2:2 <- 1:4");
    assert_refused("a: [1}\n", "E0214 1:6 <- 1:4");
    assert_refused("[{a: 1]\n", "E0214 1:7 <- 1:2");
    assert_refused("a: {b: 1 c: 2}\n", "E0214 1:11 <- 1:4");
    assert_refused("a: [\"x\" \"y\"]\n", "E0214 1:9 <- 1:4");
    check_sentence(PAG_STR("a: [1, 2\n"), PAG_EN, 0, "“[” is not closed: “]” is missing");
    check_sentence(PAG_STR("a: [1, 2\n"), PAG_IT, 1, "aperto qui");
}

static void an_apostrophe_ends_a_text_in_single_quotes(void **state)
{
    (void)state;
    assert_refused("è: 'L'Aquila'\n", "E0218 1:7 <- 1:4");
    assert_refused("- \"Area\" tecnica\n", "E0218 1:10 <- 1:3");
    assert_refused("a: 'l'uno\nb: 1\nc: 'x'\n", "E0218 1:7 <- 1:4");
    assert_refused("a: \"x\nb: \"y\"\n", "E0339 1:4 <- 2:4");
    assert_refused("a: ['L'Aquila', b]\n", "E0218 1:8 <- 1:5");
    assert_refused("a: [1] x\n", "E0218 1:8 <- 1:4");
    assert_refused("\"x\" y\n", "E0218 1:5 <- 1:1");
    check_sentence(PAG_STR("a: 'L'Aquila'\n"), PAG_EN, 0,
                   "the value has already ended before this: Aquila'");
}

static void a_line_without_colon_is_found(void **state)
{
    (void)state;
    assert_refused("a: 1\nnome\nb: 2\n", "E0217 2:1");
    assert_refused("a: 1\nnome\n", "E0217 2:1");
}

static void the_rest_carries_the_words_of_libyaml(void **state)
{
    (void)state;
    assert_refused("...\n", "E0219 1:1");
    check_sentence(
        PAG_STR("...\n"), PAG_EN, 0,
        "the file cannot be understood from here on: did not find expected node content");
}

static void errors_before_the_trouble_are_told_too(void **state)
{
    (void)state;
    assert_refused("a: 1\na:\n  b: 1\n  b:\n    - {c: 1, c: 2,\n       d: 3, e: @",
                   "E0212 2:1 <- 1:1; E0212 4:3 <- 3:3; E0212 5:14 <- 5:8; E0216 6:17");
    assert_refused("a: !x 1\nb: {c: 1, c: 2}\nd: *e\nf: @\n",
                   "E0210 1:4; E0212 2:11 <- 2:5; E0211 3:4; E0216 4:4");
}

static void fill(char *at, size_t size, const char *piece)
{
    size_t len = strlen(piece);
    for (size_t i = 0; i < size; i++) at[i] = piece[i % len];
}

static void depth_32_is_read_and_33_refused(void **state)
{
    (void)state;
    char text[66];
    memset(text, '[', 32);
    memset(text + 32, ']', 32);
    check_outcome((pag_str){text, 64},
                  "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", true);
    memset(text, '[', 33);
    memset(text + 33, ']', 33);
    check_outcome((pag_str){text, 66}, "E0510 1:33", false);
}

static void long_texts_and_keys_are_refused(void **state)
{
    (void)state;
    static char text[PAG_YAML_MOST_SCALAR + 8];
    fill(text, sizeof text, "x");
    memcpy(text, "a: ", 3);
    reading r;
    reading_start(&r, (pag_str){text, PAG_YAML_MOST_SCALAR + 3});
    assert_int_equal(r.status, PAG_OK);
    assert_int_equal(r.root->pairs[0].value->text.len, PAG_YAML_MOST_SCALAR);
    reading_end(&r);
    check_outcome((pag_str){text, PAG_YAML_MOST_SCALAR + 4}, "E0511 1:4", false);
    const size_t lengths[] = {PAG_YAML_MOST_KEY + 1, 1000, 2000};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        fill(text, sizeof text, "x");
        memcpy(text, "a: 1\n", 5);
        memcpy(text + 5 + lengths[i], ": 1\n", 4);
        check_outcome((pag_str){text + 5, lengths[i] + 4}, "E0512 1:1", false);
        check_outcome((pag_str){text, lengths[i] + 9}, "E0512 2:1", false);
    }
}

static void reading_stops_after_a_hundred_errors(void **state)
{
    (void)state;
    char text[600];
    fill(text, sizeof text, "- *a\n");
    reading r;
    reading_start(&r, (pag_str){text, sizeof text});
    assert_int_equal(r.status, PAG_LIMIT);
    assert_int_equal(pag_diagnostics_count(r.diags), 101);
    assert_int_equal(pag_diagnostics_at(r.diags, 100)->code, PAG_E0514);
    reading_end(&r);
}

/* Under a sanitizer everything takes longer. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define MOST_SECONDS 10
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define MOST_SECONDS 10
#endif
#endif
#ifndef MOST_SECONDS
#define MOST_SECONDS 2
#endif

/* 8 MiB of the same behind a beginning, and the last of its errors. */
static const struct {
    const char *start, *piece;
    pag_code last;
} heavy[] = {{"", "[", PAG_E0510},
             {"", "- ", PAG_E0510},
             {"", "[{a: ", PAG_E0510},
             {"[", "&a b,", PAG_E0514},
             {"[", "*a,", PAG_E0514},
             {"[", "a,", PAG_E0513},
             {"{", "a: ,", PAG_E0513},
             {"", "%TAG !a! b\n", PAG_E0514},
             {"\"", "x\n", PAG_E0214},
             {"a: ", "x ", PAG_E0511},
             {"a: !", "x", PAG_E0210},
             {"a: 1\n", "---\n", PAG_E0208},
             {"a: |\n", " x\n", PAG_E0511},
             {"", "\n", PAG_E0207},
             {"", "aaa: 1234567890\n", PAG_E0514},
             {"", "\x01", PAG_E0514},
             {"a: 1\nb", " ", PAG_E0217}};

static void the_heaviest_files_end_within_a_second_or_so(void **state)
{
    (void)state;
    char *text = malloc(PAG_YAML_MOST_BYTES);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof heavy / sizeof *heavy; i++) {
        size_t start = strlen(heavy[i].start);
        memcpy(text, heavy[i].start, start);
        fill(text + start, PAG_YAML_MOST_BYTES - start, heavy[i].piece);
        reading r;
        clock_t begin = clock();
        reading_start(&r, (pag_str){text, PAG_YAML_MOST_BYTES});
        assert_true(clock() - begin < MOST_SECONDS * CLOCKS_PER_SEC);
        assert_true(r.status == PAG_INVALID || r.status == PAG_LIMIT);
        size_t last = pag_diagnostics_count(r.diags) - 1;
        assert_int_equal(pag_diagnostics_at(r.diags, last)->code, heavy[i].last);
        reading_end(&r);
    }
    free(text);
}

static void a_file_over_8_mib_is_refused(void **state)
{
    (void)state;
    char *text = calloc(PAG_YAML_MOST_BYTES + 1, 1);
    assert_non_null(text);
    check_outcome((pag_str){text, PAG_YAML_MOST_BYTES + 1}, "E0005 0:0", false);
    free(text);
}

/* Files of tests/hostile/yaml; those that only the records can refuse are good ones here. */
static const struct {
    const char *name, *errors;
} hostile[] = {{"crlf_bom", NULL},
               {"deep", "E0510 4:35"},
               {"dup_key", "E0212 6:5 <- 5:5"},
               {"empty", "E0207 0:0"},
               {"id_norway", NULL},
               {"latin1", "E0202 1:15"},
               {"laughs", NULL},
               {"missing_list", NULL},
               {"nul", "E0204 4:11"},
               {"score_comma", NULL},
               {"score_inf", NULL},
               {"score_missing", NULL},
               {"score_octal", NULL},
               {"score_text", NULL},
               {"score_units", NULL},
               {"self_alias", "E0211 1:10; E0211 2:5"},
               {"tab", "E0206 4:1"},
               {"tag", "E0210 5:11"},
               {"traversal", NULL},
               {"two_docs", "E0208 6:1"},
               {"undefined_alias", "E0211 5:11"},
               {"unknown_key", NULL}};

static void check_hostile(const char *name, const char *errors)
{
    pag_arena arena;
    pag_arena_init(&arena, pag_heap(), 0);
    pag_str bytes, path = pag_text_join(&arena, 3, PAG_STR("tests/hostile/yaml/"),
                                        pag_str_from(name), PAG_STR(".yaml"));
    assert_int_equal(pag_file_read(&arena, path, PAG_YAML_MOST_BYTES, &bytes), PAG_FILE_READ);
    reading r;
    reading_start(&r, bytes);
    if (errors) {
        check_outcome(bytes, errors, false);
    } else {
        assert_int_equal(r.status == PAG_OK, strcmp(name, "laughs") != 0);
    }
    reading_end(&r);
    pag_arena_drop(&arena);
}

static void hostile_files_are_judged_as_their_index_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        check_hostile(hostile[i].name, hostile[i].errors);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tabs_are_refused_where_they_indent),
        cmocka_unit_test(a_line_out_of_line_points_at_its_neighbour),
        cmocka_unit_test(a_decimal_comma_between_brackets_is_not_a_key_without_colon),
        cmocka_unit_test(a_no_break_space_is_told_where_a_blank_should_stand),
        cmocka_unit_test(a_key_without_a_value_between_brackets_is_named),
        cmocka_unit_test(a_colon_inside_a_text_wants_quotes),
        cmocka_unit_test(signs_with_a_meaning_want_quotes),
        cmocka_unit_test(what_is_opened_is_closed),
        cmocka_unit_test(an_apostrophe_ends_a_text_in_single_quotes),
        cmocka_unit_test(a_line_without_colon_is_found),
        cmocka_unit_test(the_rest_carries_the_words_of_libyaml),
        cmocka_unit_test(errors_before_the_trouble_are_told_too),
        cmocka_unit_test(depth_32_is_read_and_33_refused),
        cmocka_unit_test(long_texts_and_keys_are_refused),
        cmocka_unit_test(reading_stops_after_a_hundred_errors),
        cmocka_unit_test(the_heaviest_files_end_within_a_second_or_so),
        cmocka_unit_test(a_file_over_8_mib_is_refused),
        cmocka_unit_test(hostile_files_are_judged_as_their_index_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
