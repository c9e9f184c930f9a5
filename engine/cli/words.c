/* `help rules`, and help about one word: the reference of the rule language, as text that fits the
 * terminal, as Markdown or as JSON. What it says comes from the descriptions in bind/. */
#include "cli/cli.h"

#include "base/json.h"
#include "bind/reference.h"
#include "editor/editor.h"
#include "explain/layout.h"

enum { FORM_INDENT = 2, MEANING_INDENT = 6 };

/* The text without the ticks around code, which only Markdown shows as such. */
static pag_str without_ticks(pag_arena *arena, pag_str text)
{
    pag_text out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] != '`') pag_text_byte(&out, text.at[i]);
    }
    return pag_text_str(&out);
}

static void put_wrapped(const pag_cli *cli, pag_text *out, pag_str text, size_t indent)
{
    pag_str *lines;
    size_t n = pag_text_wrap(out->arena, text, cli->width - indent, false, &lines);
    for (size_t i = 0; i < n; i++) {
        pag_layout_blanks(out, indent);
        pag_text_put(out, lines[i]);
        pag_text_byte(out, '\n');
    }
}

static void put_described(const pag_cli *cli, pag_text *out, const pag_described *word)
{
    put_wrapped(cli, out, word->form, FORM_INDENT);
    put_wrapped(cli, out, without_ticks(out->arena, word->meaning[cli->lang]), MEANING_INDENT);
}

/* The heading above a word, when the word before it stands elsewhere. */
static void put_place(const pag_cli *cli, pag_text *out, pag_place place, pag_place *last)
{
    if (place == *last) return;
    if (*last != PAG_PLACES) pag_text_byte(out, '\n');
    *last = place;
    pag_layout_colored(out, pag_place_title(place)[cli->lang],
                       cli->color_out ? PAG_LAYOUT_BOLD : NULL);
    pag_text_byte(out, '\n');
}

static void put_reference(const pag_cli *cli, pag_text *out)
{
    size_t n;
    const pag_described *all = pag_described_all(&n);
    pag_place last = PAG_PLACES;
    for (size_t i = 0; i < n; i++) {
        put_place(cli, out, all[i].place, &last);
        put_described(cli, out, &all[i]);
    }
    pag_text_put(out, pag_cli_say(cli, "\nAll about one of them:  pagella help WORD\n",
                                  "\nTutto su una di loro:  pagella aiuto PAROLA\n"));
}

/* --- Markdown --- */

static void put_code(pag_text *out, pag_str code)
{
    pag_text_put(out, PAG_STR("| `"));
    pag_text_put(out, code);
    pag_text_put(out, PAG_STR("` "));
}

static void put_markdown(const pag_cli *cli, pag_text *out)
{
    size_t n;
    const pag_described *all = pag_described_all(&n);
    for (size_t i = 0; i < n; i++) {
        bool first = i == 0 || all[i - 1].place != all[i].place;
        if (first) {
            pag_text_put(out, i ? PAG_STR("\n#### ") : PAG_STR("#### "));
            pag_text_put(out, pag_place_title(all[i].place)[cli->lang]);
            pag_text_put(out, pag_cli_say(cli, "\n\n| word | form | what it does |\n",
                                          "\n\n| parola | si scrive | che cosa fa |\n"));
            pag_text_put(out, PAG_STR("| --- | --- | --- |\n"));
        }
        put_code(out, all[i].word);
        put_code(out, all[i].form);
        pag_text_put(out, PAG_STR("| "));
        pag_text_put(out, all[i].meaning[cli->lang]);
        pag_text_put(out, PAG_STR(" |\n"));
    }
}

/* --- JSON --- */

static void begin_json(const pag_cli *cli, pag_json *json)
{
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("schema"), PAG_STR("pagella.words/1"));
    pag_json_put_string(json, PAG_STR("lang"), pag_cli_say(cli, "en", "it"));
    pag_json_key(json, PAG_STR("words"));
    pag_json_begin_array(json);
}

/* `place` is the same in both languages, for programs; `where` is for people. */
static void put_json(pag_cli *cli, pag_json *json, const pag_described *word)
{
    pag_arena *arena = &cli->arena;
    pag_json_begin_object(json);
    pag_json_put_string(json, PAG_STR("word"), word->word);
    pag_json_put_string(json, PAG_STR("place"), pag_place_name(arena, word->place));
    pag_json_put_string(json, PAG_STR("where"), pag_place_title(word->place)[cli->lang]);
    pag_json_put_string(json, PAG_STR("form"), word->form);
    pag_json_put_string(json, PAG_STR("text"), without_ticks(arena, word->meaning[cli->lang]));
    pag_json_end_object(json);
}

static void end_json(pag_json *json)
{
    pag_json_end_array(json);
    pag_json_end_object(json);
}

static void write_json(pag_cli *cli)
{
    size_t n;
    const pag_described *all = pag_described_all(&n);
    pag_json json = {.sink = &cli->out};
    begin_json(cli, &json);
    for (size_t i = 0; i < n; i++) put_json(cli, &json, &all[i]);
    end_json(&json);
}

void pag_cli_help_rules(pag_cli *cli)
{
    pag_text out = {.arena = &cli->arena};
    if (pag_option_said(&cli->options, PAG_OPTION_JSON)) {
        write_json(cli);
        return;
    }
    if (pag_option_said(&cli->options, PAG_OPTION_META)) {
        pag_editor_words(&cli->arena, cli->lang, &cli->out);
        return;
    }
    if (pag_option_said(&cli->options, PAG_OPTION_MARKDOWN)) {
        put_markdown(cli, &out);
    } else {
        put_reference(cli, &out);
    }
    pag_sink_put(&cli->out, pag_text_str(&out));
}

/* --- one word --- */

/* A word of the language by its name, or, `by_value`, by what it can be: gaps = "refuse". */
static bool answers(pag_arena *arena, const pag_described *d, pag_str word, bool by_value)
{
    if (!by_value) return pag_str_equal(d->word, word);
    pag_str form = pag_text_join(arena, 4, d->word, PAG_STR(" = \""), word, PAG_STR("\""));
    return pag_str_equal(d->form, form);
}

static bool put_matching(const pag_cli *cli, pag_text *out, pag_str word, bool by_value)
{
    size_t n;
    const pag_described *all = pag_described_all(&n);
    pag_place last = PAG_PLACES;
    for (size_t i = 0; i < n; i++) {
        if (!answers(out->arena, &all[i], word, by_value)) continue;
        put_place(cli, out, all[i].place, &last);
        put_described(cli, out, &all[i]);
    }
    return last != PAG_PLACES;
}

/* The same as JSON; nothing is written when no word matches. */
static bool json_matching(pag_cli *cli, pag_str word, bool by_value)
{
    size_t n;
    const pag_described *all = pag_described_all(&n);
    pag_json json = {.sink = &cli->out};
    bool found = false;
    for (size_t i = 0; i < n; i++) {
        if (!answers(&cli->arena, &all[i], word, by_value)) continue;
        if (!found) begin_json(cli, &json);
        found = true;
        put_json(cli, &json, &all[i]);
    }
    if (found) end_json(&json);
    return found;
}

bool pag_cli_help_word(pag_cli *cli, pag_str word)
{
    if (pag_option_said(&cli->options, PAG_OPTION_JSON)) {
        return json_matching(cli, word, false) || json_matching(cli, word, true);
    }
    pag_text out = {.arena = &cli->arena};
    bool found = put_matching(cli, &out, word, false) || put_matching(cli, &out, word, true);
    if (found) pag_sink_put(&cli->out, pag_text_str(&out));
    return found;
}

pag_str pag_cli_help_nearest(pag_cli *cli, pag_str word)
{
    size_t n;
    const pag_described *all = pag_described_all(&n);
    pag_str command = pag_command_nearest(word);
    pag_str *words = PAG_NEW_ARRAY(&cli->arena, pag_str, n + 3);
    for (size_t i = 0; i < n; i++) words[i] = all[i].word;
    for (size_t i = 0; i < 2; i++) words[n++] = pag_topic_rules()[i];
    if (command.len) words[n++] = command;
    size_t near = pag_str_nearest(word, words, n);
    return near < n ? words[near] : PAG_STR("");
}
