/* `prove`: hands packs to the prove room. What it finds is its result, so it goes to stdout. */
#include "prove/prove.h"

#include "base/file.h"
#include "base/write.h"
#include "cli/cli.h"
#include "schema/reader.h"

enum { BUDGET = 200000 };

typedef struct prover {
    pag_cli *cli;
    pag_loader loader;
    pag_arena arena;        /* of one pack */
    pag_diagnostics *diags; /* of the command itself */
    pag_proof_order order;
    pag_proof_style style;
    pag_status worst;
    size_t packs;
} prover;

static bool said(const prover *p, pag_option option)
{
    return pag_option_said(&p->cli->options, option);
}

static void worsen(prover *p, pag_status status)
{
    if (status > p->worst) p->worst = status;
}

/* --- what was said --- */

static bool has(pag_str text, char mark)
{
    return pag_str_find(text, mark) < text.len;
}

/* As amounts are written in evaluations: a fraction or a part of a cent is none. */
static bool is_amount(const prover *p, pag_str text, pag_number *out)
{
    enum { CENTS = 2 };
    if (pag_number_parse(&p->cli->arena, text, out) != PAG_NUMBER_OK || has(text, '/'))
        return false;
    return text.len <= pag_str_find(text, '.') + 1 + CENTS && pag_number_unit(*out) == PAG_PLAIN &&
           pag_number_sign(*out) > 0;
}

/* "50.000", which Italians write for fifty thousand. */
static void refuse_base(prover *p, pag_str word, pag_str text)
{
    pag_arena *arena = &p->cli->arena;
    if (!pag_number_looks_grouped(text, '.')) {
        pag_diag_add(p->diags, PAG_E1130, (pag_pos){0}, 2, word, text);
        return;
    }
    pag_number x, cent;
    (void)pag_number_parse(arena, text, &x);
    (void)pag_number_parse(arena, PAG_STR("0.01"), &cent);
    (void)pag_number_round(arena, &x, pag_number_with_unit(arena, x, PAG_MONEY), cent, PAG_HALF_UP);
    pag_diag_add(p->diags, PAG_E0989, (pag_pos){0}, 4, word, text,
                 pag_number_ungrouped(arena, text, '.'), pag_number_written(arena, x));
}

static void take_base(prover *p)
{
    pag_number base;
    pag_str text = p->cli->options.base;
    if (!said(p, PAG_OPTION_BASE)) return;
    if (!is_amount(p, text, &base)) {
        refuse_base(p, p->cli->options.spelling[PAG_OPTION_BASE], text);
        return;
    }
    p->style.has_base = true;
    p->style.base = pag_number_with_unit(&p->cli->arena, base, PAG_MONEY);
}

/* A whole number is written in digits alone: 50.000 would be fifty. */
static void take_budget(prover *p)
{
    pag_number budget;
    int64_t whole = BUDGET;
    pag_str text = p->cli->options.budget;
    bool good = !said(p, PAG_OPTION_BUDGET) ||
                (pag_number_parse(&p->cli->arena, text, &budget) == PAG_NUMBER_OK &&
                 !has(text, '.') && !has(text, '/') && pag_number_unit(budget) == PAG_PLAIN &&
                 pag_number_to_whole(budget, &whole) && whole >= 0);
    if (!good) {
        pag_diag_add(p->diags, PAG_E1131, (pag_pos){0}, 2,
                     p->cli->options.spelling[PAG_OPTION_BUDGET], text);
    }
    p->order.budget = (uint64_t)whole;
}

/* --- evaluations that show what is wrong --- */

/* "esempio-2025-E1110-persona.parte-2.yaml" */
static pag_str example_name(prover *p, const pag_proof *proof, const pag_claim *claim, size_t which)
{
    pag_text name = {.arena = &p->arena};
    pag_str pack = pag_pack_name(proof->pack);
    for (size_t i = 0; i < pack.len; i++) {
        pag_text_byte(&name, pack.at[i] == '/' ? '-' : pack.at[i]);
    }
    pag_text_byte(&name, '-');
    pag_text_put(&name, pag_code_text(claim->told->code));
    pag_text_byte(&name, '-');
    pag_text_put(&name, claim->cell ? pag_cell_path(&p->arena, claim->cell) : claim->table->name);
    if (which > 1) pag_text_byte(&name, '-');
    if (which > 1) pag_text_whole(&name, (int64_t)which);
    pag_text_put(&name, PAG_STR(".yaml"));
    return pag_path_join(&p->arena, p->cli->options.examples, pag_text_str(&name));
}

/* What was written before and says the same is as good. */
static bool is_there(prover *p, pag_str path, pag_str text)
{
    pag_str there;
    return pag_file_read(&p->arena, path, text.len, &there) == PAG_FILE_READ &&
           pag_str_equal(there, text);
}

static void write_example(prover *p, const pag_proof *proof, pag_claim *claim)
{
    enum { MOST = 1000 };
    for (size_t i = 1; i <= MOST; i++) {
        pag_str path = example_name(p, proof, claim, i);
        pag_write_result result = pag_file_write_new(&p->arena, path, claim->example);
        bool there = result == PAG_WRITE_EXISTS;
        if (result == PAG_WRITE_DONE || (there && is_there(p, path, claim->example))) {
            claim->file = path;
            return;
        }
        if (there) continue;
        pag_diag_add(p->diags, PAG_E0961, (pag_pos){0}, 1, path);
        return;
    }
}

static void write_examples(prover *p, pag_proof *proof)
{
    bool wanted = said(p, PAG_OPTION_EXAMPLES);
    for (size_t i = 0; wanted && i < proof->n_claims; i++) {
        pag_claim *claim = &proof->claims[i];
        if (!claim->example.len) continue;
        (void)pag_folder_create(&p->arena, p->cli->options.examples);
        write_example(p, proof, claim);
    }
}

/* --- one pack --- */

static void write_out(prover *p, const pag_proof *proof, pag_diagnostics *diags)
{
    pag_sink *sink = &p->cli->out;
    if (said(p, PAG_OPTION_JSON)) {
        pag_proof_write_json(proof, &p->style, &p->arena, sink);
        return;
    }
    if (p->packs > 1) pag_sink_put(sink, PAG_STR("\n"));
    if (pag_diagnostics_count(diags)) {
        pag_diagnostics_write(diags, &p->arena, pag_cli_style(p->cli, p->cli->color_out), sink);
        pag_sink_put(sink, PAG_STR("\n"));
    }
    pag_proof_write(proof, &p->style, &p->arena, sink);
}

/* The evaluations of the tree that are by the pack, as far as they can be read: `check` tells why
 * another cannot. */
static void find_evaluations(prover *p, const pag_tree *tree, const pag_loaded_pack *pack)
{
    pag_str *names;
    size_t n = pag_tree_evaluations(&p->arena, tree, pag_pack_name(pack->pack), &names);
    const pag_evaluation **found = PAG_NEW_ARRAY(&p->arena, const pag_evaluation *, n + 1);
    p->order.n_evaluations = 0;
    p->order.evaluations = found;
    for (size_t i = 0; i < n; i++) {
        pag_loaded file;
        pag_str path = pag_path_join(&p->arena, tree->plans, names[i]);
        pag_loader_open(&p->loader, &p->arena, path, -1, &file);
        pag_loader_evaluate(&p->loader, &p->arena, &file);
        if (file.pack == pack && file.evaluation) found[p->order.n_evaluations++] = file.evaluation;
    }
}

static void prove_pack(prover *p, const pag_tree *tree, pag_loaded_pack *pack)
{
    worsen(p, pack->status);
    if (!pack->pack) return;
    p->packs++;
    find_evaluations(p, tree, pack);
    pag_sources *sources = pag_sources_extend(&p->arena, pag_pack_sources(pack->pack));
    pag_diagnostics *diags = pag_diagnostics_create(&p->arena, sources);
    pag_proof *proof = pag_prove(&p->arena, pack->pack, diags, &p->order);
    write_examples(p, proof);
    write_out(p, proof, diags);
    worsen(p, pag_proof_status(proof));
    pag_arena_reset(&p->arena);
}

static void prove_asked(prover *p, pag_str asked)
{
    pag_tree tree;
    pag_loaded_pack *pack = pag_cli_asked_pack(p->cli, &p->loader, p->diags, asked, &tree);
    if (pack) prove_pack(p, &tree, pack);
}

static void prove_all(prover *p)
{
    pag_tree tree;
    pag_str *names;
    if (!pag_tree_find(&p->cli->arena, PAG_STR(""), &tree)) {
        pag_diag_add(p->diags, PAG_E0614, (pag_pos){0}, 1, PAG_STR("."));
        return;
    }
    size_t n = pag_tree_packs(&p->cli->arena, &tree, &names);
    for (size_t i = 0; i < n; i++) {
        prove_pack(p, &tree, pag_cli_pack(p->cli, &p->loader, &p->arena, &tree, names[i]));
    }
}

static void run(prover *p)
{
    const pag_options *options = &p->cli->options;
    take_base(p);
    take_budget(p);
    if (!pag_diagnostics_errors(p->diags)) {
        for (size_t i = 0; i < options->n_operands; i++) prove_asked(p, options->operands[i]);
        if (!options->n_operands) prove_all(p);
    }
    if (!pag_diagnostics_count(p->diags)) return;
    pag_cli_tell(p->cli, p->diags, &p->arena);
    worsen(p, pag_diagnostics_status(p->diags));
}

pag_status pag_cli_prove(pag_cli *cli)
{
    prover p = {.cli = cli};
    pag_trap keep, each;
    pag_loader_init(&p.loader, cli->allocator);
    pag_arena_init(&p.arena, cli->allocator, PAG_EVALUATION_MEMORY);
    p.diags = pag_diagnostics_create(&cli->arena, pag_sources_create(&cli->arena));
    p.order = (pag_proof_order){.lang = cli->lang, .path = PAG_STR("example.yaml")};
    p.style = (pag_proof_style){.lang = cli->lang, .verbose = said(&p, PAG_OPTION_VERBOSE)};
    pag_trap_set(&keep, &p.loader.arena);
    pag_trap_set(&each, &p.arena);
    if (!setjmp(keep.jump) && !setjmp(each.jump)) run(&p);
    pag_trap_clear(&each);
    pag_trap_clear(&keep);
    pag_arena_drop(&p.arena);
    pag_loader_drop(&p.loader);
    if (each.status == PAG_LIMIT) pag_cli_too_large(cli);
    if (each.status != PAG_OK) return each.status;
    return keep.status != PAG_OK ? keep.status : p.worst;
}
