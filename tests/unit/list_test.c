/* Lists: entries and their ids, what their parts must sum to, lists in lists. */
#include "record_reading.h"

static pag_cell parties(void)
{
    pag_cell share = given("share", PAG_TYPE_PERCENT), list = given("party", PAG_TYPE_LIST);
    share.sum = bound("100%");
    pag_cell cells[] = {given("name", PAG_TYPE_TEXT), share};
    list.list = GROUP("party", cells);
    return list;
}

static void three_thirds_make_exactly_the_whole(void **state)
{
    (void)state;
    assert_takes(parties(),
                 "party: [{name: A, share: 1/3}, {name: B, share: 1/3}, {name: C, share: 1/3}]\n",
                 "3", "3");
}

static void shares_that_do_not_make_the_whole_are_refused(void **state)
{
    (void)state;
    assert_refuses(parties(),
                   "party: [{name: A, share: 50%}, {name: B, share: 30%}, "
                   "{name: C, share: 19.99%}]\n",
                   "E0242 1:8", NULL);
    assert_sentence(PAG_EN, MESSAGE, "\"share\" makes 99.99% in all, and must make exactly 100%");
    assert_sentence(PAG_EN, NOTE, "A 50%, B 30%, C 19.99%");
}

static void a_sum_is_not_judged_when_a_part_is_wrong(void **state)
{
    (void)state;
    assert_refuses(parties(), "party: [{name: A, share: 50%}, {name: B, share: 30}]\n",
                   "E0227 1:49", NULL);
}

static void two_entries_need_two_ids(void **state)
{
    (void)state;
    assert_refuses(parties(), "party:\n- {name: A B, share: 50%}\n- {name: a-b, share: 50%}\n",
                   "E0243 3:10 <- 2:10", NULL);
    assert_takes(parties(), "party:\n- {name: A, share: 50%}\n- {name: A, id: a2, share: 50%}\n",
                 "2", "2");
}

static void the_first_text_names_an_entry_when_there_is_no_name(void **state)
{
    (void)state;
    pag_cell list = given("people", PAG_TYPE_LIST);
    pag_cell cells[] = {given("days", PAG_TYPE_WHOLE), given("office", PAG_TYPE_TEXT)};
    list.list = GROUP("people", cells);
    pag_entry *entry = read_cell(list, "people: [{days: 3, office: Ufficio È 2}]\n");
    assert_text(entry->figures[0].value.list->entries[0]->id, "ufficio-e-2");
    assert_text(entry->figures[0].value.list->entries[0]->name, "Ufficio È 2");
}

static void an_id_may_also_be_a_cell(void **state)
{
    (void)state;
    pag_cell list = given("people", PAG_TYPE_LIST);
    pag_cell cells[] = {given("id", PAG_TYPE_TEXT)};
    list.list = GROUP("people", cells);
    pag_entry *entry = read_cell(list, "people: [{id: P1}]\n");
    const pag_entry *person = entry->figures[0].value.list->entries[0];
    assert_text(person->id, "P1");
    assert_text(person->name, "P1");
    assert_text(person->figures[0].value.text, "P1");
}

static void an_entry_needs_something_to_be_called_by(void **state)
{
    (void)state;
    pag_cell list = given("people", PAG_TYPE_LIST);
    pag_cell cells[] = {given("days", PAG_TYPE_WHOLE)};
    list.list = GROUP("people", cells);
    assert_refuses(list, "people: [{days: 3}]\n", "E0245 1:10", NULL);
    assert_refuses(parties(), "party: [{name: «», share: 100%}]\n", "E0245 1:16", NULL);
    assert_refuses(parties(), "party: [{id: , name: A, share: 100%}]\n", "E0897 1:14", NULL);
}

static void lists_stand_in_lists(void **state)
{
    (void)state;
    pag_cell area = given("area", PAG_TYPE_LIST), person = parties();
    pag_cell cells[] = {given("name", PAG_TYPE_TEXT), person};
    area.list = GROUP("area", cells);
    pag_entry *entry = read_cell(
        area, "area: [{name: Tecnica, party: [{name: A, share: 60%}, {name: B, share: 40%}]}]\n");
    const pag_entry *technical = entry->figures[0].value.list->entries[0];
    const pag_entry *b = technical->figures[1].value.list->entries[1];
    assert_text(b->id, "b");
    assert_ptr_equal(b->parent, technical);
    assert_text(pag_cell_path(&arena, b->figures[1].cell), "s.area.party.share");
}

static void a_file_of_nothing_but_errors_is_given_up(void **state)
{
    (void)state;
    pag_text yaml = {.arena = &arena};
    pag_text_put(&yaml, PAG_STR("party:\n"));
    for (int i = 0; i < 20000; i++) pag_text_put(&yaml, PAG_STR("- {}\n"));
    pag_text_byte(&yaml, '\0');
    assert_null(read_cell(parties(), yaml.at));
    assert_in_range(pag_diagnostics_errors(diags), 5000, 5001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(three_thirds_make_exactly_the_whole),
        TEST(shares_that_do_not_make_the_whole_are_refused),
        TEST(a_sum_is_not_judged_when_a_part_is_wrong),
        TEST(two_entries_need_two_ids),
        TEST(the_first_text_names_an_entry_when_there_is_no_name),
        TEST(an_id_may_also_be_a_cell),
        TEST(an_entry_needs_something_to_be_called_by),
        TEST(lists_stand_in_lists),
        TEST(a_file_of_nothing_but_errors_is_given_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
