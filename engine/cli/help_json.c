/* `help` for programs: commands, their options and exit codes, from the tables that parsing and the
 * help for people come from. */
#include "cli/cli.h"

#include "base/json.h"

static void put(pag_json *json, pag_str key, pag_str text)
{
    if (text.len) pag_json_put_string(json, key, text);
}

static void put_words(pag_json *json, pag_str key, pag_str choices)
{
    pag_str word;
    pag_json_key(json, key);
    pag_json_begin_array(json);
    for (size_t i = 0; pag_choice_word(choices, i, &word); i++) pag_json_string(json, word);
    pag_json_end_array(json);
}

/* "value": what follows, a word for it or those it can be; none where nothing does. */
static void put_option(const pag_cli *cli, pag_json *json, const pag_option_words *option)
{
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("option"), option->word);
    pag_json_put_string(json, PAG_STR("italian"), option->alias);
    if (option->letter) {
        const char letter[] = {'-', option->letter};
        pag_json_put_string(json, PAG_STR("short"), (pag_str){letter, sizeof letter});
    }
    if (option->one_of) {
        put_words(json, PAG_STR("values"), option->value[cli->lang]);
    } else {
        put(json, PAG_STR("value"), option->value[cli->lang]);
    }
    pag_json_put_string(json, PAG_STR("text"), option->summary[cli->lang]);
    pag_json_end_object(json);
}

static void put_options(const pag_cli *cli, pag_json *json, const pag_command_words *command)
{
    pag_json_key(json, PAG_STR("options"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < PAG_OPTIONS; i++) {
        if (command->options >> i & 1U) put_option(cli, json, pag_option_of((pag_option)i));
    }
    pag_json_end_array(json);
}

static void put_exits(const pag_cli *cli, pag_json *json, pag_command command)
{
    size_t n;
    const pag_exit_words *exits = pag_exits(&n);
    pag_json_key(json, PAG_STR("exit_codes"));
    pag_json_begin_array(json);
    for (size_t i = 0; i < n; i++) {
        if (!(exits[i].commands >> command & 1U)) continue;
        pag_json_begin_object(json);
        pag_json_put_whole(json, PAG_STR("code"), exits[i].code);
        pag_json_put_string(json, PAG_STR("text"), exits[i].meaning[cli->lang]);
        pag_json_end_object(json);
    }
    pag_json_end_array(json);
}

/* One a line in the table, without the name of the program. */
static void put_examples(pag_json *json, pag_str lines, pag_arena *arena)
{
    pag_json_key(json, PAG_STR("examples"));
    pag_json_begin_array(json);
    while (lines.len) {
        size_t len = pag_str_find(lines, '\n'), eaten = len < lines.len ? len + 1 : len;
        pag_json_string(json,
                        pag_text_join(arena, 2, PAG_STR("pagella "), (pag_str){lines.at, len}));
        lines = (pag_str){lines.at + eaten, lines.len - eaten};
    }
    pag_json_end_array(json);
}

static void put_command(pag_cli *cli, pag_json *json, pag_command command)
{
    const pag_command_words *c = pag_command_of(command);
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("command"), c->word);
    pag_json_put_string(json, PAG_STR("italian"), c->alias);
    put(json, PAG_STR("operands"), c->operands[cli->lang]);
    pag_json_put_string(json, PAG_STR("summary"), c->summary[cli->lang]);
    pag_json_put_string(json, PAG_STR("text"), pag_text_one_line(&cli->arena, c->text[cli->lang]));
    put_options(cli, json, c);
    put_exits(cli, json, command);
    put_examples(json, c->examples[cli->lang], &cli->arena);
    pag_json_end_object(json);
}

void pag_cli_help_json(pag_cli *cli, pag_command command, pag_sink *sink)
{
    bool all = command == PAG_COMMANDS;
    pag_json json = {.sink = sink};
    pag_json_begin_object(&json);
    pag_json_put_string(&json, PAG_STR("schema"), PAG_STR("pagella.help/1"));
    pag_json_put_string(&json, PAG_STR("lang"), pag_cli_say(cli, "en", "it"));
    pag_json_key(&json, PAG_STR("commands"));
    pag_json_begin_array(&json);
    for (int i = 0; i < PAG_COMMANDS; i++) {
        if (all || (pag_command)i == command) put_command(cli, &json, (pag_command)i);
    }
    pag_json_end_array(&json);
    pag_json_end_object(&json);
}
