/* The list of codes, as it is written: what every code and every sentence must keep to. */
#include "diag/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct code {
    const char *name;
    pag_severity severity;
    pag_status status;
    const char *sentences[3][2];
};

static const struct code codes[] = {
#define X(code, severity, status, message_en, message_it, note_en, note_it, help_en, help_it)      \
    {#code,                                                                                        \
     (severity),                                                                                   \
     (status),                                                                                     \
     {{(message_en), (message_it)}, {(note_en), (note_it)}, {(help_en), (help_it)}}},
#include "diag/codes.def"
#undef X
};

static void every_code_has_a_letter_that_fits_its_severity(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAG_CODES; i++) {
        const struct code *c = &codes[i];
        assert_int_equal(strlen(c->name), 5);
        assert_int_equal(c->name[0], c->severity == PAG_ERROR ? 'E' : 'W');
        for (int digit = 1; digit < 5; digit++) assert_in_range(c->name[digit], '0', '9');
        if (c->severity == PAG_ERROR) assert_in_range(c->status, PAG_USAGE, PAG_BUG);
    }
}

static void every_sentence_is_there_in_both_languages_or_in_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAG_CODES; i++) {
        const struct code *c = &codes[i];
        if (!*c->sentences[0][PAG_EN]) fail_msg("%s has no message", c->name);
        for (int part = 0; part < 3; part++) {
            bool english = *c->sentences[part][PAG_EN], italian = *c->sentences[part][PAG_IT];
            if (english != italian) fail_msg("%s: part %d lacks a language", c->name, part);
        }
    }
}

/* The arguments a sentence uses, as a set of bits. Other braces are those of Lua. */
static unsigned placeholders(const char *text)
{
    unsigned used = 0;
    for (; (text = strchr(text, '{')); text++) {
        bool filled = text[1] >= '0' && text[1] <= '9' && text[2] == '}';
        if (filled) used |= 1U << (text[1] - '0');
    }
    return used;
}

static void both_languages_use_the_same_arguments(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAG_CODES; i++) {
        unsigned all = 0;
        for (int part = 0; part < 3; part++) {
            unsigned english = placeholders(codes[i].sentences[part][PAG_EN]);
            unsigned italian = placeholders(codes[i].sentences[part][PAG_IT]);
            if (english != italian) fail_msg("%s: part %d", codes[i].name, part);
            all |= english;
        }
        if (all & (all + 1)) fail_msg("%s leaves an argument out", codes[i].name);
    }
}

static void no_two_codes_say_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAG_CODES; i++) {
        for (size_t j = 0; j < i; j++) {
            bool same = true;
            for (int part = 0; part < 3 && same; part++) {
                same = !strcmp(codes[i].sentences[part][PAG_EN], codes[j].sentences[part][PAG_EN]);
            }
            if (same) fail_msg("%s says the same as %s", codes[i].name, codes[j].name);
        }
    }
}

static void sentences_are_plain_utf8_without_blanks_at_the_end(void **state)
{
    (void)state;
    for (size_t i = 0; i < 6 * (size_t)PAG_CODES; i++) {
        pag_str text = pag_str_from(codes[i / 6].sentences[i % 6 / 2][i % 2]);
        for (size_t at = 0; at < text.len;) {
            size_t len = pag_utf8_length(text.at + at, text.len - at);
            unsigned char byte = (unsigned char)text.at[at];
            if (!len || (byte < ' ' && byte != '\n')) fail_msg("%s", codes[i / 6].name);
            at += len;
        }
        if (text.len && strchr(" \n.", text.at[text.len - 1])) {
            fail_msg("%s ends with a blank or a full stop", codes[i / 6].name);
        }
    }
}

static void every_code_is_found_by_its_text_and_said_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAG_CODES; i++) {
        pag_code found;
        assert_true(pag_str_equal(pag_code_text((pag_code)i), pag_str_from(codes[i].name)));
        assert_true(pag_code_find(pag_str_from(codes[i].name), &found));
        assert_int_equal(found, i);
        assert_int_equal(pag_code_severity(found), codes[i].severity);
        assert_int_equal(pag_code_status(found), codes[i].status);
    }
    pag_code found;
    assert_false(pag_code_find(PAG_STR("E9999"), &found));
    assert_false(pag_code_find(PAG_STR("e0001"), &found));
    assert_false(pag_code_find(PAG_STR(""), &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_has_a_letter_that_fits_its_severity),
        cmocka_unit_test(every_sentence_is_there_in_both_languages_or_in_none),
        cmocka_unit_test(both_languages_use_the_same_arguments),
        cmocka_unit_test(no_two_codes_say_the_same),
        cmocka_unit_test(sentences_are_plain_utf8_without_blanks_at_the_end),
        cmocka_unit_test(every_code_is_found_by_its_text_and_said_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
