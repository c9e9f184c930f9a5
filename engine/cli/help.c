/* `help`: everything it says comes from the vocabulary. */
#include "cli/cli.h"

static void put_padded(pag_text *out, pag_str text, size_t width)
{
    pag_text_put(out, text);
    for (size_t i = pag_text_width(text); i < width; i++) pag_text_byte(out, ' ');
}

static void put_indented(pag_text *out, pag_str lines, pag_str before)
{
    while (lines.len) {
        size_t len = pag_str_find(lines, '\n');
        pag_text_put(out, before);
        pag_text_put(out, (pag_str){lines.at, len});
        pag_text_byte(out, '\n');
        size_t eaten = len < lines.len ? len + 1 : len;
        lines = (pag_str){lines.at + eaten, lines.len - eaten};
    }
}

static bool is_rules(pag_str word)
{
    const pag_str *topic = pag_topic_rules();
    return pag_str_equal(word, topic[PAG_EN]) || pag_str_equal(word, topic[PAG_IT]);
}

void pag_cli_help_all(pag_cli *cli, pag_sink *sink)
{
    pag_text out = {.arena = &cli->arena};
    pag_text_put(&out,
                 pag_cli_say(cli,
                             "pagella: from evaluations to amounts, with the reason for every "
                             "figure.\n\n  pagella COMMAND [OPTIONS]\n\n",
                             "pagella: dalle valutazioni agli importi, con il motivo di ogni "
                             "cifra.\n\n  pagella COMANDO [OPZIONI]\n\n"));
    for (size_t i = 0; i < PAG_COMMANDS; i++) {
        const pag_command_words *c = pag_command_of((pag_command)i);
        pag_text_put(&out, PAG_STR("  "));
        put_padded(&out, c->word, 10);
        put_padded(&out, c->alias, 12);
        pag_text_put(&out, c->summary[cli->lang]);
        pag_text_byte(&out, '\n');
    }
    pag_text_put(&out, pag_cli_say(cli,
                                   "\nAll about one of them:  pagella help COMMAND\n"
                                   "The words of rules:     pagella help rules\n",
                                   "\nTutto su uno di loro:    pagella aiuto COMANDO\n"
                                   "Le parole delle regole:  pagella aiuto regole\n"));
    pag_sink_put(sink, pag_cli_fold(cli, &cli->arena, pag_text_str(&out)));
}

static void put_options(const pag_cli *cli, pag_text *out, const pag_command_words *command)
{
    pag_text_put(out, pag_cli_say(cli, "\nOptions\n", "\nOpzioni\n"));
    for (size_t i = 0; i < PAG_OPTIONS; i++) {
        const pag_option_words *o = pag_option_of((pag_option)i);
        pag_str word = cli->lang == PAG_IT ? o->alias : o->word;
        pag_str blank = o->value[cli->lang].len ? PAG_STR(" ") : PAG_STR("");
        if (!(command->options >> i & 1U)) continue;
        pag_text_put(out, PAG_STR("  "));
        put_padded(out, pag_text_join(out->arena, 3, word, blank, o->value[cli->lang]), 27);
        pag_text_put(out, o->summary[cli->lang]);
        pag_text_byte(out, '\n');
    }
}

static void put_exits(const pag_cli *cli, pag_text *out, pag_command command)
{
    size_t n;
    const pag_exit_words *exits = pag_exits(&n);
    pag_text_put(out, pag_cli_say(cli, "\nExit codes\n", "\nCodici d'uscita\n"));
    for (size_t i = 0; i < n; i++) {
        if (!(exits[i].commands >> command & 1U)) continue;
        pag_text digits = {.arena = out->arena};
        pag_text_whole(&digits, exits[i].code);
        pag_text_put(out, PAG_STR("  "));
        put_padded(out, pag_text_str(&digits), 4);
        pag_text_put(out, exits[i].meaning[cli->lang]);
        pag_text_byte(out, '\n');
    }
}

static void help_one(pag_cli *cli, pag_command command)
{
    const pag_command_words *c = pag_command_of(command);
    bool italian = cli->lang == PAG_IT;
    pag_text out = {.arena = &cli->arena};
    if (pag_option_said(&cli->options, PAG_OPTION_JSON)) {
        pag_cli_help_json(cli, command, &cli->out);
        return;
    }
    pag_text_put(&out, PAG_STR("pagella "));
    pag_text_put(&out, italian ? c->alias : c->word);
    pag_text_byte(&out, ' ');
    pag_text_put(&out, c->operands[cli->lang]);
    pag_text_put(&out, pag_cli_say(cli, " [OPTIONS]", " [OPZIONI]"));
    if (!pag_str_equal(c->word, c->alias)) {
        pag_text_put(&out, pag_cli_say(cli, "    (also: pagella ", "    (anche: pagella "));
        pag_text_put(&out, italian ? c->word : c->alias);
        pag_text_byte(&out, ')');
    }
    pag_text_put(&out, PAG_STR("\n\n"));
    pag_text_put(&out, pag_cli_fold_prose(cli, &cli->arena, c->text[cli->lang]));
    if (out.at[out.len - 1] != '\n') pag_text_byte(&out, '\n');
    put_options(cli, &out, c);
    put_exits(cli, &out, command);
    pag_text_put(&out, pag_cli_say(cli, "\nFor example\n", "\nPer esempio\n"));
    put_indented(&out, c->examples[cli->lang], PAG_STR("  pagella "));
    pag_sink_put(&cli->out, pag_cli_fold(cli, &cli->arena, pag_text_str(&out)));
}

static pag_status refuse(pag_cli *cli, pag_str word)
{
    pag_diagnostics *diags = pag_diagnostics_create(&cli->arena, pag_sources_create(&cli->arena));
    pag_str near = pag_cli_help_nearest(cli, word);
    if (near.len) {
        pag_diag_add(diags, PAG_E0910, (pag_pos){0}, 2, word, near);
    } else {
        pag_diag_add(diags, PAG_E0911, (pag_pos){0}, 1, word);
    }
    pag_cli_tell(cli, diags, &cli->arena);
    return PAG_USAGE;
}

/* A command, the language of rules, or one of its words. */
static pag_status help_about(pag_cli *cli, pag_str word)
{
    pag_command command = pag_command_find(word);
    if (command != PAG_COMMANDS) {
        help_one(cli, command);
    } else if (is_rules(word)) {
        pag_cli_help_rules(cli);
    } else if (!pag_cli_help_word(cli, word)) {
        return refuse(cli, word);
    }
    return PAG_OK;
}

/* Only the words of rules are written as Markdown or as definitions. */
static pag_status refuse_form(pag_cli *cli, pag_option form)
{
    pag_diagnostics *diags = pag_diagnostics_create(&cli->arena, pag_sources_create(&cli->arena));
    pag_diag_add(diags, PAG_E0912, (pag_pos){0}, 1, cli->options.spelling[form]);
    pag_cli_tell(cli, diags, &cli->arena);
    return PAG_USAGE;
}

pag_status pag_cli_help(pag_cli *cli)
{
    const pag_options *options = &cli->options;
    bool about_help =
        options->command == PAG_COMMAND_HELP && !pag_option_said(options, PAG_OPTION_HELP);
    bool rules = about_help && options->n_operands && is_rules(options->operands[0]);
    static const pag_option forms[] = {PAG_OPTION_MARKDOWN, PAG_OPTION_META};
    for (size_t i = 0; i < 2; i++) {
        if (pag_option_said(options, forms[i]) && !rules) return refuse_form(cli, forms[i]);
    }
    if (options->command != PAG_COMMANDS && !about_help) {
        help_one(cli, options->command);
        return PAG_OK;
    }
    if (options->n_operands) return help_about(cli, options->operands[0]);
    if (pag_option_said(options, PAG_OPTION_JSON)) {
        pag_cli_help_json(cli, PAG_COMMANDS, &cli->out);
    } else {
        pag_cli_help_all(cli, &cli->out);
    }
    return PAG_OK;
}
