/* Every word that rules can use is described, and every description is of such a word. */
#include "bind/internal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

/* --- the words as they are registered, by place --- */

static const struct {
    pag_place place;
    const pag_str *(*words)(size_t *n);
} tables[] = {
    {PAG_PLACE_PACK, pag_pack_words},
    {PAG_PLACE_GROUPS, pag_group_words},
    {PAG_PLACE_BANDS, pag_bands_words},
    {PAG_PLACE_BAND, pag_bands_row_words},
    {PAG_PLACE_TABLES, pag_table_words},
    {PAG_PLACE_DATED, pag_dated_row_words},
    {PAG_PLACE_KEYED, pag_keyed_row_words},
    {PAG_PLACE_CRITERIA, pag_criterion_words},
    {PAG_PLACE_SPLITS, pag_split_words},
    {PAG_PLACE_ROUNDING, pag_rounding_words},
    {PAG_PLACE_CONDITIONS, pag_condition_words},
};

static bool holds(const pag_str *words, size_t n, pag_str word)
{
    for (size_t i = 0; i < n; i++) {
        if (pag_str_equal(words[i], word)) return true;
    }
    return false;
}

static bool is_type(pag_str word)
{
    for (int type = 0; type < PAG_TYPES; type++) {
        if (pag_str_equal(pag_type_word((pag_type)type), word)) return true;
    }
    return false;
}

/* One of the words that files and formulas see by name. */
static bool is_name(pag_str word)
{
    size_t n, sited;
    const pag_str *names = pag_words_all(&n, &sited);
    return holds(names, n, word);
}

static bool is_attribute(pag_place place, pag_str word)
{
    pag_str known;
    pag_place of;
    for (size_t i = 0; pag_attribute_at(i, &known, &of); i++) {
        if (of == place && pag_str_equal(known, word)) return true;
    }
    return false;
}

static bool is_registered(pag_place place, pag_str word)
{
    if (place == PAG_PLACE_TYPES) return is_type(word) && is_name(word);
    if (place == PAG_PLACE_DECLARING || place == PAG_PLACE_FORMULAS) {
        return is_name(word) && !is_type(word);
    }
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        size_t n;
        const pag_str *words = tables[i].words(&n);
        if (tables[i].place == place) return holds(words, n, word);
    }
    return is_attribute(place, word);
}

/* --- what is described --- */

static bool is_described(pag_place place, pag_str word)
{
    size_t n;
    const pag_described *all = pag_described_all(&n);
    for (size_t i = 0; i < n; i++) {
        if (all[i].place == place && pag_str_equal(all[i].word, word)) return true;
    }
    return false;
}

static void must_be(bool good, const char *what, pag_place place, pag_str word)
{
    if (good) return;
    fail_msg("%s: \"%.*s\" in \"%s\"", what, (int)word.len, word.at, pag_place_title(place)[0].at);
}

static void every_attribute_is_described_where_it_may_stand(void **state)
{
    (void)state;
    pag_str word;
    pag_place place;
    size_t i = 0;
    for (; pag_attribute_at(i, &word, &place); i++) {
        must_be(is_described(place, word), "not described", place, word);
    }
    assert_true(i > 0);
}

static void every_word_of_a_table_is_described(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        size_t n;
        const pag_str *words = tables[t].words(&n);
        assert_true(n > 0);
        for (size_t i = 0; i < n; i++) {
            must_be(is_described(tables[t].place, words[i]), "not described", tables[t].place,
                    words[i]);
        }
    }
}

static void every_name_is_described_as_declaring_as_a_type_or_in_formulas(void **state)
{
    (void)state;
    size_t n, sited;
    const pag_str *names = pag_words_all(&n, &sited);
    for (size_t i = 0; i < n; i++) {
        int places = is_described(PAG_PLACE_TYPES, names[i]) +
                     is_described(PAG_PLACE_DECLARING, names[i]) +
                     is_described(PAG_PLACE_FORMULAS, names[i]);
        must_be(places == 1, "described not just once", PAG_PLACE_FORMULAS, names[i]);
    }
    for (int type = 0; type < PAG_TYPES; type++) {
        pag_str word = pag_type_word((pag_type)type);
        must_be(is_described(PAG_PLACE_TYPES, word), "not described", PAG_PLACE_TYPES, word);
    }
}

static void every_described_word_is_registered(void **state)
{
    (void)state;
    size_t n;
    const pag_described *all = pag_described_all(&n);
    for (size_t i = 0; i < n; i++) {
        must_be(is_registered(all[i].place, all[i].word), "not registered", all[i].place,
                all[i].word);
    }
}

static bool fits_in_a_row(pag_str text)
{
    size_t ticks = 0;
    for (size_t i = 0; i < text.len; i++) ticks += text.at[i] == '`';
    return ticks % 2 == 0 && pag_str_find(text, '|') == text.len &&
           pag_str_find(text, '\n') == text.len;
}

static void descriptions_are_whole_and_fit_in_a_table(void **state)
{
    (void)state;
    size_t n;
    const pag_described *all = pag_described_all(&n);
    for (size_t i = 0; i < n; i++) {
        const pag_described *w = &all[i];
        must_be(i == 0 || all[i - 1].place <= w->place, "out of order", w->place, w->word);
        must_be(strstr(w->form.at, w->word.at), "not in its form", w->place, w->word);
        must_be(pag_str_find(w->form, '`') == w->form.len, "tick in form", w->place, w->word);
        for (int lang = 0; lang < 2; lang++) {
            pag_str text = w->meaning[lang];
            must_be(text.len && fits_in_a_row(text), "bad sentence", w->place, w->word);
            must_be(!pag_str_ends(text, PAG_STR(".")), "full stop", w->place, w->word);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_attribute_is_described_where_it_may_stand),
        cmocka_unit_test(every_word_of_a_table_is_described),
        cmocka_unit_test(every_name_is_described_as_declaring_as_a_type_or_in_formulas),
        cmocka_unit_test(every_described_word_is_registered),
        cmocka_unit_test(descriptions_are_whole_and_fit_in_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
