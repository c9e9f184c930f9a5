/* The tables. A command or an option is added here, and nowhere else but where it is carried out.
 */
#include "cli/vocabulary.h"

#define WORD(text)                                                                                 \
    {                                                                                              \
        (text), sizeof(text) - 1                                                                   \
    }
#define BOTH(en, it)                                                                               \
    {                                                                                              \
        WORD(en), WORD(it)                                                                         \
    }
#define BIT(option) (1U << (option))
#define EVERYWHERE                                                                                 \
    (BIT(PAG_OPTION_LANG) | BIT(PAG_OPTION_COLOR) | BIT(PAG_OPTION_HELP) | BIT(PAG_OPTION_VERSION))
#define WORKING (EVERYWHERE | BIT(PAG_OPTION_RULES) | BIT(PAG_OPTION_JSON) | BIT(PAG_OPTION_QUIET))

static const pag_command_words commands[PAG_COMMANDS] = {
    [PAG_COMMAND_EVAL] =
        {
            .word = WORD("eval"),
            .alias = WORD("calcola"),
            .operands = BOTH("FILE…", "FILE…"),
            .least = 1,
            .most = SIZE_MAX,
            .options = WORKING | BIT(PAG_OPTION_DRAFT) | BIT(PAG_OPTION_WATCH),
            .summary = BOTH("the results of one or more evaluations",
                            "i risultati di una o più valutazioni"),
            .text = BOTH(
                "Reads each evaluation, runs the rules it names, and prints scores, bands\n"
                "and amounts. A file with an error gives no result at all; the others do.\n"
                "A file called - is the standard input.",
                "Legge ogni valutazione, applica le regole che nomina, e stampa punteggi,\n"
                "fasce e importi. Un file con un errore non dà alcun risultato; gli altri sì.\n"
                "Un file chiamato - è lo standard input."),
            .examples = BOTH("eval plans/example/2025.yaml\neval --json plans/*/evaluation-*.yaml",
                             "calcola plans/esempio/2025.yaml\n"
                             "calcola --json plans/*/evaluation-*.yaml"),
        },
    [PAG_COMMAND_EXPLAIN] =
        {
            .word = WORD("explain"),
            .alias = WORD("spiega"),
            .operands = BOTH("FILE FIGURE", "FILE CIFRA"),
            .least = 2,
            .most = 2,
            .options = WORKING | BIT(PAG_OPTION_FOR) | BIT(PAG_OPTION_DRAFT),
            .summary = BOTH("why a figure is what it is", "perché una cifra è quella che è"),
            .text = BOTH(
                "Shows one figure of an evaluation as a tree, down to the lines of the file\n"
                "and of the rules it comes from: which band and why, how far the next one\n"
                "is, what was limited, what was rounded. FIGURE is its name or the end of\n"
                "its name (pay, member.pay).",
                "Mostra una cifra di una valutazione come un albero, fino alle righe del file\n"
                "e delle regole da cui viene: quale fascia e perché, quanto dista la prossima,\n"
                "che cosa è stato limitato, che cosa arrotondato. CIFRA è il suo nome o la\n"
                "fine del suo nome (pay, member.pay)."),
            .examples = BOTH("explain plans/example/2025.yaml pay --for \"Castel Rio\"",
                             "spiega plans/esempio/2025.yaml pay --per \"Castel Rio\""),
        },
    [PAG_COMMAND_CHECK] =
        {
            .word = WORD("check"),
            .alias = WORD("controlla"),
            .operands = BOTH("[FILE or FOLDER…]", "[FILE o CARTELLA…]"),
            .least = 0,
            .most = SIZE_MAX,
            .options = WORKING | BIT(PAG_OPTION_WATCH) | BIT(PAG_OPTION_FORMAT),
            .summary = BOTH("what is wrong or doubtful in rules, plans and evaluations",
                            "che cosa è sbagliato o dubbio in regole, piani e valutazioni"),
            .text =
                BOTH("Looks at packs of rules, libraries, plans and evaluations, and tells all\n"
                     "that is wrong or doubtful in one go. Evaluations are evaluated too. Without\n"
                     "a file or folder: the rules/ and plans/ found from here upwards.",
                     "Guarda pacchetti di regole, librerie, piani e valutazioni, e dice in una\n"
                     "volta tutto ciò che è sbagliato o dubbio. Le valutazioni vengono anche\n"
                     "calcolate. Senza file né cartella: rules/ e plans/, cercate da qui in su."),
            .examples = BOTH("check\ncheck plans/example/2025.yaml rules/example/2025",
                             "controlla\ncontrolla plans/esempio/2025.yaml rules/esempio/2025"),
        },
    [PAG_COMMAND_TEST] =
        {
            .word = WORD("test"),
            .alias = WORD("prova"),
            .operands = BOTH("[PACK…]", "[REGOLE…]"),
            .least = 0,
            .most = SIZE_MAX,
            .options = EVERYWHERE | BIT(PAG_OPTION_JSON) | BIT(PAG_OPTION_VERBOSE) |
                       BIT(PAG_OPTION_JUNIT) | BIT(PAG_OPTION_COVERAGE) | BIT(PAG_OPTION_SUGGEST) |
                       BIT(PAG_OPTION_WATCH),
            .summary = BOTH("whether rules give what their tests expect",
                            "se le regole danno ciò che le loro prove si aspettano"),
            .text =
                BOTH("Runs the test files beside the rules: each case in them gives some data and\n"
                     "says what must come of it, an exact figure or an error. PACK is the name of\n"
                     "rules, their folder, or one test file. Without it: all rules that have\n"
                     "tests, in the rules/ found from here upwards.",
                     "Esegue i file di prova accanto alle regole: ogni caso dà alcuni dati e dice\n"
                     "che cosa deve venirne, una cifra esatta o un errore. REGOLE è il nome di un\n"
                     "pacchetto, la sua cartella, o un solo file di prove. Senza: tutte le regole\n"
                     "che hanno prove, in rules/, cercata da qui in su."),
            .examples =
                BOTH("test\ntest --verbose example/2025", "prova\nprova --dettagli esempio/2025"),
        },
    [PAG_COMMAND_PROVE] =
        {
            .word = WORD("prove"),
            .alias = WORD("dimostra"),
            .operands = BOTH("[PACK…]", "[REGOLE…]"),
            .least = 0,
            .most = SIZE_MAX,
            .options = EVERYWHERE | BIT(PAG_OPTION_JSON) | BIT(PAG_OPTION_VERBOSE) |
                       BIT(PAG_OPTION_BASE) | BIT(PAG_OPTION_BUDGET) | BIT(PAG_OPTION_WATCH),
            .summary = BOTH("what holds of rules for all possible data",
                            "che cosa vale delle regole per tutti i dati possibili"),
            .text =
                BOTH("Works out, over all that the inputs allow and without trying them one by\n"
                     "one: whether every score has one band, whether more is never worse,\n"
                     "whether figures stay within their limits, what is declared in vain. What\n"
                     "is wrong comes with data that show it; what can neither be shown nor\n"
                     "refuted is called not proven.",
                     "Ricava, per tutto ciò che i dati consentono e senza provarli uno a uno: se\n"
                     "ogni punteggio ha una fascia, se più non è mai peggio, se le cifre restano\n"
                     "nei limiti, che cosa è dichiarato inutilmente. Ciò che è sbagliato viene\n"
                     "con dati che lo mostrano; ciò che non si può né mostrare né smentire si\n"
                     "chiama non dimostrato."),
            .examples = BOTH("prove\nprove example/2025 --base 50000 --verbose",
                             "dimostra\ndimostra esempio/2025 --base 50000 --dettagli"),
        },
    [PAG_COMMAND_NEW_YEAR] =
        {
            .word = WORD("new-year"),
            .alias = WORD("nuovo-anno"),
            .operands = BOTH("YEAR --from YEAR", "ANNO --da ANNO"),
            .least = 1,
            .most = 1,
            .options = EVERYWHERE | BIT(PAG_OPTION_FROM) | BIT(PAG_OPTION_DRY_RUN) |
                       BIT(PAG_OPTION_JSON) | BIT(PAG_OPTION_QUIET),
            .summary = BOTH("the rules of a new year, from those of the year before",
                            "le regole di un anno nuovo, da quelle dell'anno prima"),
            .text = BOTH(
                "Writes new rules beside those of another year: the same files, the new year\n"
                "in their title, and every value marked as to be confirmed, with the year it\n"
                "is from. To confirm a value is to remove the mark around it; until then no\n"
                "amount that rests on it is given. The old rules stay as they are, and nothing\n"
                "that exists is written over. --from takes a year, where only one has rules\n"
                "for it, or their name.",
                "Scrive regole nuove accanto a quelle di un altro anno: gli stessi file, l'anno\n"
                "nuovo nel titolo, e ogni valore segnato come da confermare, con l'anno da cui\n"
                "viene. Confermare un valore vuol dire togliere il segno che ha intorno; fino\n"
                "ad allora nessun importo che vi poggia è dato. Le regole vecchie restano come\n"
                "sono, e niente di ciò che esiste è sovrascritto. --da prende un anno, se uno\n"
                "solo ha regole di quell'anno, o il nome delle regole."),
            .examples =
                BOTH("new-year 2025 --from 2024\nnew-year 2025 --from example/2024 --dry-run",
                     "nuovo-anno 2025 --da 2024\n"
                     "nuovo-anno 2025 --da esempio/2024 --senza-scrivere"),
        },
    [PAG_COMMAND_SCHEMA] =
        {
            .word = WORD("schema"),
            .alias = WORD("schema"),
            .operands = BOTH("PACK", "REGOLE"),
            .least = 1,
            .most = 1,
            .options =
                EVERYWHERE | BIT(PAG_OPTION_JSON) | BIT(PAG_OPTION_OUTPUT) | BIT(PAG_OPTION_EDITOR),
            .summary = BOTH("what editors need to help with evaluations and rules",
                            "ciò che serve agli editor per aiutare con valutazioni e regole"),
            .text = BOTH(
                "Writes a JSON Schema (draft 07) of the evaluations that use these rules: which\n"
                "keys they have, which must be there, what may be written for each. An editor\n"
                "that knows it completes keys and marks what is wrong while one types. PACK is\n"
                "the name of rules or their folder. With --editor it leaves the schema, the\n"
                "words of rules and the settings of Visual Studio Code in the folder that holds\n"
                "rules/ and plans/. What is there already is never changed.",
                "Scrive uno schema JSON (draft 07) delle valutazioni che usano queste regole:\n"
                "quali chiavi hanno, quali sono obbligatorie, che cosa si può scrivere in ognuna.\n"
                "Un editor che lo conosce completa le chiavi e segna ciò che è sbagliato mentre\n"
                "si scrive. REGOLE è il nome di un pacchetto o la sua cartella. Con --editor\n"
                "lascia lo schema, le parole delle regole e le impostazioni di Visual Studio\n"
                "Code nella cartella che contiene rules/ e plans/. Ciò che c'è già non cambia."),
            .examples = BOTH("schema example/2025\nschema rules/example/2025 --output schema.json\n"
                             "schema example/2025 --editor .",
                             "schema esempio/2025\nschema rules/esempio/2025 --uscita schema.json\n"
                             "schema esempio/2025 --editor ."),
        },
    [PAG_COMMAND_HELP] =
        {
            .word = WORD("help"),
            .alias = WORD("aiuto"),
            .operands = BOTH("[COMMAND, rules or WORD]", "[COMANDO, regole o PAROLA]"),
            .least = 0,
            .most = 1,
            .options =
                EVERYWHERE | BIT(PAG_OPTION_JSON) | BIT(PAG_OPTION_MARKDOWN) | BIT(PAG_OPTION_META),
            .summary = BOTH("what a command does, or a word of the rules",
                            "che cosa fa un comando, o una parola delle regole"),
            .text = BOTH(
                "Lists the commands, or tells all about one. \"help rules\" tells every word\n"
                "that rules can use: where it may stand, how it is written, what it does.\n"
                "\"help WORD\" tells it of one word.",
                "Elenca i comandi, o dice tutto di uno. \"aiuto regole\" dice ogni parola che le\n"
                "regole possono usare: dove può stare, come si scrive, che cosa fa.\n"
                "\"aiuto PAROLA\" lo dice di una parola."),
            .examples = BOTH("help\nhelp explain\nhelp rules\nhelp round",
                             "aiuto\naiuto spiega\naiuto regole\naiuto round"),
        },
};

static const pag_option_words options[PAG_OPTIONS] = {
    [PAG_OPTION_RULES] = {WORD("--rules"), WORD("--regole"), 0, BOTH("PACK", "REGOLE"), false,
                          BOTH("use these rules (example/2025), whatever the file names",
                               "usa queste regole (esempio/2025), qualunque il file nomini")},
    [PAG_OPTION_FOR] = {WORD("--for"), WORD("--per"), 0, BOTH("NAME", "NOME"), false,
                        BOTH("whose figure: the name or id of an entry",
                             "di chi è la cifra: nome o identificativo di una voce")},
    [PAG_OPTION_DRAFT] = {WORD("--draft"), WORD("--bozza"), 0, BOTH("", ""), false,
                          BOTH("also amounts that rest on values to be confirmed",
                               "anche gli importi che poggiano su valori da confermare")},
    [PAG_OPTION_FROM] = {WORD("--from"), WORD("--da"), 0, BOTH("YEAR", "ANNO"), false,
                         BOTH("the rules to begin with: their year or name (example/2024)",
                              "le regole da cui partire: anno o nome (esempio/2024)")},
    [PAG_OPTION_DRY_RUN] = {WORD("--dry-run"), WORD("--senza-scrivere"), 0, BOTH("", ""), false,
                            BOTH("say what would be written, and write nothing",
                                 "dire che cosa si scriverebbe, senza scrivere niente")},
    [PAG_OPTION_JSON] = {WORD("--json"), WORD("--json"), 0, BOTH("", ""), false,
                         BOTH("for programs: one JSON object a line",
                              "per i programmi: un oggetto JSON per riga")},
    [PAG_OPTION_LANG] = {WORD("--lang"), WORD("--lingua"), 0, BOTH("it|en", "it|en"), true,
                         BOTH("the language of messages (else the environment's)",
                              "la lingua dei messaggi (altrimenti quella dell'ambiente)")},
    [PAG_OPTION_COLOR] = {WORD("--color"), WORD("--colore"), 0,
                          BOTH("auto|always|never", "auto|sempre|mai"), true,
                          BOTH("colours (auto: on a terminal, without NO_COLOR)",
                               "colori (auto: su un terminale, senza NO_COLOR)")},
    [PAG_OPTION_QUIET] = {WORD("--quiet"), WORD("--silenzioso"), 'q', BOTH("", ""), false,
                          BOTH("results only, without hints and acknowledged warnings",
                               "solo i risultati, senza suggerimenti né avvisi riconosciuti")},
    [PAG_OPTION_VERBOSE] = {WORD("--verbose"), WORD("--dettagli"), 'v', BOTH("", ""), false,
                            BOTH("also what passes or is proven, line by line, and whole trees",
                                 "anche ciò che è superato o dimostrato, riga per riga, e gli "
                                 "alberi interi")},
    [PAG_OPTION_WATCH] = {WORD("--watch"), WORD("--osserva"), 0, BOTH("", ""), false,
                          BOTH("again each time a file is saved, until it is ended (Ctrl-C)",
                               "di nuovo ogni volta che un file è salvato, finché non si ferma "
                               "(Ctrl-C)")},
    [PAG_OPTION_FORMAT] = {WORD("--format"), WORD("--formato"), 0, BOTH("text|gcc", "testo|gcc"),
                           true,
                           BOTH("gcc: one line each, for the problem panels of editors",
                                "gcc: una riga ciascuno, per i pannelli dei problemi")},
    [PAG_OPTION_BASE] = {WORD("--base"), WORD("--base"), 0, BOTH("EUROS", "EURO"), false,
                         BOTH("what a step over an edge is worth on this amount",
                              "quanto vale un gradino su questo importo")},
    [PAG_OPTION_BUDGET] =
        {WORD("--budget"), WORD("--tentativi"), 0, BOTH("NUMBER", "NUMERO"), false,
         BOTH("evaluations to try at most for what is not proven (200000)",
              "valutazioni da provare al più per ciò che non è dimostrato (200000)")},
    [PAG_OPTION_JUNIT] = {WORD("--junit"), WORD("--junit"), 0, BOTH("FILE", "FILE"), false,
                          BOTH("also write the outcome as JUnit XML, for CI",
                               "scrive l'esito anche come XML di JUnit, per la CI")},
    [PAG_OPTION_COVERAGE] = {WORD("--coverage"), WORD("--copertura"), 0, BOTH("[N]", "[N]"), false,
                             BOTH("what of the rules the tests reach; with N: at least N %",
                                  "dove arrivano le prove; con N: almeno l'N %"),
                             true},
    [PAG_OPTION_SUGGEST] = {WORD("--suggest"), WORD("--suggerisci"), 0, BOTH("", ""), false,
                            BOTH("writes cases for edges of bands that no test tries",
                                 "scrive i casi per gli estremi delle fasce non provati")},
    [PAG_OPTION_OUTPUT] = {WORD("--output"), WORD("--uscita"), 0, BOTH("FILE", "FILE"), false,
                           BOTH("write to this file, which must not exist yet",
                                "scrive in questo file, che non deve ancora esserci")},
    [PAG_OPTION_EDITOR] = {WORD("--editor"), WORD("--editor"), 0, BOTH("FOLDER", "CARTELLA"), false,
                           BOTH("leave in this folder what editors need",
                                "lascia in questa cartella ciò che serve agli editor")},
    [PAG_OPTION_MARKDOWN] = {WORD("--markdown"), WORD("--markdown"), 0, BOTH("", ""), false,
                             BOTH("the words of rules as Markdown tables",
                                  "le parole delle regole come tabelle Markdown")},
    [PAG_OPTION_META] = {WORD("--meta"), WORD("--meta"), 0, BOTH("", ""), false,
                         BOTH("the words of rules as definitions for editors of Lua",
                              "le parole delle regole come definizioni per gli editor di Lua")},
    [PAG_OPTION_HELP] = {WORD("--help"), WORD("--aiuto"), 'h', BOTH("", ""), false,
                         BOTH("this help", "questo aiuto")},
    [PAG_OPTION_VERSION] = {WORD("--version"), WORD("--versione"), 0, BOTH("", ""), false,
                            BOTH("the version of the program", "la versione del programma")},
};

#define ALL                                                                                        \
    (BIT(PAG_COMMAND_EVAL) | BIT(PAG_COMMAND_EXPLAIN) | BIT(PAG_COMMAND_CHECK) |                   \
     BIT(PAG_COMMAND_TEST) | BIT(PAG_COMMAND_PROVE) | BIT(PAG_COMMAND_NEW_YEAR) |                  \
     BIT(PAG_COMMAND_SCHEMA))
static const pag_exit_words exits[] = {
    {0, ALL | BIT(PAG_COMMAND_HELP), BOTH("fine", "tutto bene")},
    {1, BIT(PAG_COMMAND_EVAL) | BIT(PAG_COMMAND_EXPLAIN),
     BOTH("withheld amounts: something is to be confirmed",
          "importi sospesi: qualcosa è da confermare")},
    {1, BIT(PAG_COMMAND_CHECK),
     BOTH("warnings that nobody acknowledged", "avvisi che nessuno ha riconosciuto")},
    {1, BIT(PAG_COMMAND_TEST),
     BOTH("a case that did not pass, nothing to test, or too little reached",
          "un caso non superato, niente da provare, o copertura insufficiente")},
    {1, BIT(PAG_COMMAND_PROVE),
     BOTH("something is wrong, or not proven", "qualcosa è smentito, o non dimostrato")},
    {2, ALL | BIT(PAG_COMMAND_HELP), BOTH("a wrong command line", "una riga di comando sbagliata")},
    {3, ALL, BOTH("an error in data or rules", "un errore nei dati o nelle regole")},
    {4, ALL | BIT(PAG_COMMAND_HELP),
     BOTH("a file cannot be read or written", "un file non si può leggere o scrivere")},
    {5, ALL,
     BOTH("a limit was reached: size, depth, time, memory",
          "un limite raggiunto: dimensione, profondità, tempo, memoria")},
    {70, ALL, BOTH("a mistake of the program itself", "un errore del programma stesso")},
};

const pag_command_words *pag_command_of(pag_command command)
{
    return &commands[command];
}

const pag_option_words *pag_option_of(pag_option option)
{
    return &options[option];
}

const pag_exit_words *pag_exits(size_t *n)
{
    *n = sizeof exits / sizeof *exits;
    return exits;
}

pag_command pag_command_find(pag_str word)
{
    size_t i = 0;
    while (i < PAG_COMMANDS && !pag_str_equal(commands[i].word, word) &&
           !pag_str_equal(commands[i].alias, word)) {
        i++;
    }
    return (pag_command)i;
}

pag_option pag_option_find(pag_str word)
{
    size_t i = 0;
    for (; i < PAG_OPTIONS; i++) {
        const pag_option_words *o = &options[i];
        if (pag_str_equal(o->word, word) || pag_str_equal(o->alias, word)) break;
        if (o->letter && word.len == 2 && word.at[0] == '-' && word.at[1] == o->letter) break;
    }
    return (pag_option)i;
}

pag_str pag_command_nearest(pag_str word)
{
    pag_str words[2 * PAG_COMMANDS];
    for (size_t i = 0; i < PAG_COMMANDS; i++) {
        words[2 * i] = commands[i].word;
        words[2 * i + 1] = commands[i].alias;
    }
    size_t near = pag_str_nearest(word, words, 2 * PAG_COMMANDS);
    return near < 2 * PAG_COMMANDS ? words[near] : PAG_STR("");
}

static pag_str without_dashes(pag_str word)
{
    while (word.len && *word.at == '-') word = (pag_str){word.at + 1, word.len - 1};
    return word;
}

/* The dashes are no letters: they would make short words look alike. */
pag_str pag_option_nearest(pag_str word)
{
    pag_str words[2 * PAG_OPTIONS];
    for (size_t i = 0; i < PAG_OPTIONS; i++) {
        words[2 * i] = without_dashes(options[i].word);
        words[2 * i + 1] = without_dashes(options[i].alias);
    }
    size_t near = pag_str_nearest(without_dashes(word), words, 2 * PAG_OPTIONS);
    if (near == 2 * PAG_OPTIONS) return PAG_STR("");
    return near % 2 ? options[near / 2].alias : options[near / 2].word;
}

const pag_str *pag_topic_rules(void)
{
    static const pag_str words[] = BOTH("rules", "regole");
    return words;
}

bool pag_choice_word(pag_str choices, size_t index, pag_str *out)
{
    while (index-- > 0) {
        size_t bar = pag_str_find(choices, '|');
        if (bar == choices.len) return false;
        choices = (pag_str){choices.at + bar + 1, choices.len - bar - 1};
    }
    *out = (pag_str){choices.at, pag_str_find(choices, '|')};
    return true;
}
