/* Whose a table is: the pack's, or a library's that others use too, wherever the folder lies. */
#include "proofs.h"

static const char table_of_library[] = "rate = bands \"rate\" { gaps = \"refuse\",\n"
                                       "  { from = 0, to = 50, give = \"10%\" },\n"
                                       "  { from = 51, to = 100, give = \"20%\" } }\n";
static const char person[] = "use \"lib/rates\"\n"
                             "local own = bands \"own\" { gaps = \"refuse\",\n"
                             "  { from = 0, to = 50, give = \"1%\" } }\n"
                             "return subject { x = points { max = 50 },\n"
                             "  a = percent { title = \"A\", bands = rate, by = \"x\" },\n"
                             "  b = percent { title = \"B\", bands = own, by = \"x\" } }\n";

/* With all rules in that folder below the test's own. */
static void prove_in(const char *folder)
{
    const char *rules = packs_join(folder, "rules", "");
    write_file(packs_join(rules, "/lib/rates.lua", ""), table_of_library);
    write_file(packs_join(rules, "/test/2024/pack.lua", ""), "pack { title = \"Prova\" }\n");
    write_file(packs_join(rules, "/test/2024/person.lua", ""), person);
    pag_tree tree = {pag_str_from(packs_join(packs.root, "/", rules)),
                     pag_str_from(packs_join(packs.root, "/", "plans"))};
    packs.diags = pag_diagnostics_create(&packs.arena, pag_sources_create(&packs.arena));
    packs.pack =
        pag_pack_load(&packs.arena, packs.diags, &tree, PAG_STR("test/2024"), (pag_pos){0});
    assert_non_null(packs.pack);
    const pag_proof_order order = {.budget = 10, .path = PAG_STR("example.yaml")};
    pag_sources *sources = pag_sources_extend(&packs.arena, pag_pack_sources(packs.pack));
    packs.told = pag_diagnostics_create(&packs.arena, sources);
    proof = pag_prove(&packs.arena, packs.pack, packs.told, &order);
}

/* The tables of which it is said whether their rows are reached. */
static const char *judged_tables(void)
{
    pag_text out = {.arena = &packs.arena};
    for (size_t i = 0; i < proof->n_claims; i++) {
        const pag_claim *c = &proof->claims[i];
        if (c->kind != PAG_CLAIM_REACHED) continue;
        pag_text_put(&out, c->table->name);
        pag_text_byte(&out, ' ');
    }
    return packs_text(pag_text_str(&out));
}

static void rows_of_libraries_are_not_the_packs(void **state)
{
    (void)state;
    prove_in("");
    assert_string_equal(judged_tables(), "own ");
}

static void nor_are_they_in_a_folder_that_is_called_like_the_pack(void **state)
{
    (void)state;
    prove_in("test/2024/");
    assert_string_equal(judged_tables(), "own ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_of_libraries_are_not_the_packs),
        TEST(nor_are_they_in_a_folder_that_is_called_like_the_pack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
