/* The table of commands. One is added here, and nowhere else but where it is carried out. */
#include "cli/wording.h"

static const pag_command_words commands[PAG_COMMANDS] = {
    [PAG_COMMAND_EVAL] =
        {
            .word = WORD("eval"),
            .alias = WORD("calcola"),
            .operands = BOTH("FILE…", "FILE…"),
            .least = 1,
            .most = SIZE_MAX,
            .options =
                WORKING | BIT(PAG_OPTION_DRAFT) | BIT(PAG_OPTION_WATCH) | BIT(PAG_OPTION_MARKS),
            .summary = BOTH("the results of one or more evaluations",
                            "i risultati di una o più valutazioni"),
            .text = BOTH(
                "Reads each evaluation, runs the rules it names, and prints scores, bands\n"
                "and amounts. A file with an error gives no result at all; the others do.\n"
                "A file called - is the standard input. --marks reads a CSV beside it, as\n"
                "\"form --csv\" makes one: a row for each entry of a list.",
                "Legge ogni valutazione, applica le regole che nomina, e stampa punteggi,\n"
                "fasce e importi. Un file con un errore non dà alcun risultato; gli altri sì.\n"
                "Un file chiamato - è lo standard input. --voti vi legge accanto un CSV, come\n"
                "quello di \"modulo --csv\": una riga per ogni voce di un elenco."),
            .examples = BOTH("eval plans/example/2025.yaml\neval --json plans/*/evaluation-*.yaml\n"
                             "eval --marks staff.csv plans/example/2025.yaml",
                             "calcola plans/esempio/2025.yaml\n"
                             "calcola --json plans/*/evaluation-*.yaml\n"
                             "calcola --voti personale.csv plans/esempio/2025.yaml"),
        },
    [PAG_COMMAND_EXPLAIN] =
        {
            .word = WORD("explain"),
            .alias = WORD("spiega"),
            .operands = BOTH("FILE FIGURE", "FILE CIFRA"),
            .least = 2,
            .most = 2,
            .options = WORKING | BIT(PAG_OPTION_FOR) | BIT(PAG_OPTION_DEPTH) |
                       BIT(PAG_OPTION_WHAT_IF) | BIT(PAG_OPTION_AGAINST) | BIT(PAG_OPTION_DRAFT) |
                       BIT(PAG_OPTION_MARKS),
            .summary = BOTH("why a figure is what it is", "perché una cifra è quella che è"),
            .text = BOTH(
                "Shows one figure of an evaluation as a tree, down to the lines of the file\n"
                "and of the rules it comes from: which band and why, how far the next one\n"
                "is, what was limited, what was rounded. FIGURE is its name or the end of\n"
                "its name (pay, member.pay). A tree of many figures ends after as many\n"
                "levels as can be read on a page, and says what opens the rest.\n"
                "With --what-if: the nearest value of the file that would have led to the\n"
                "next band, and what would then be paid. With --against: why it differs from\n"
                "the figure of another entry, or of another evaluation.",
                "Mostra una cifra di una valutazione come un albero, fino alle righe del file\n"
                "e delle regole da cui viene: quale fascia e perché, quanto dista la prossima,\n"
                "che cosa è stato limitato, che cosa arrotondato. CIFRA è il suo nome o la\n"
                "fine del suo nome (pay, member.pay). Un albero di molte cifre finisce dopo\n"
                "i livelli che si leggono in una pagina, e dice che cosa apre il resto.\n"
                "Con --che-cosa-serve: il dato più vicino che avrebbe portato alla fascia\n"
                "accanto, e che cosa si pagherebbe allora. Con --contro: perché differisce\n"
                "da quella di un'altra voce, o di un'altra valutazione."),
            .examples = BOTH("explain plans/example/2025.yaml pay --for \"Castel Rio\"\n"
                             "explain plans/example/2025.yaml pay --for A --what-if\n"
                             "explain plans/example/2025.yaml pay --for A --against B",
                             "spiega plans/esempio/2025.yaml pay --per \"Castel Rio\"\n"
                             "spiega plans/esempio/2025.yaml pay --per A --che-cosa-serve\n"
                             "spiega plans/esempio/2025.yaml pay --per A --contro B"),
        },
    [PAG_COMMAND_CHECK] =
        {
            .word = WORD("check"),
            .alias = WORD("controlla"),
            .operands = BOTH("[FILE or FOLDER…]", "[FILE o CARTELLA…]"),
            .least = 0,
            .most = SIZE_MAX,
            .options =
                WORKING | BIT(PAG_OPTION_WATCH) | BIT(PAG_OPTION_FORMAT) | BIT(PAG_OPTION_MARKS),
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
                       BIT(PAG_OPTION_BASE) | BIT(PAG_OPTION_BUDGET) | BIT(PAG_OPTION_EXAMPLES) |
                       BIT(PAG_OPTION_WATCH),
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
    [PAG_COMMAND_FORM] =
        {
            .word = WORD("form"),
            .alias = WORD("modulo"),
            .operands = BOTH("PACK", "REGOLE"),
            .least = 1,
            .most = 1,
            .options = EVERYWHERE | BIT(PAG_OPTION_JSON) | BIT(PAG_OPTION_CSV) |
                       BIT(PAG_OPTION_LIST) | BIT(PAG_OPTION_OUTPUT),
            .summary =
                BOTH("an empty evaluation, to be filled in", "una valutazione vuota, da compilare"),
            .text = BOTH(
                "Writes the evaluation that the rules ask for, without its values: each one\n"
                "with its title, its type and what may be written. Filling it in is all\n"
                "that is left to do; \"eval\" tells each value that is still missing at its\n"
                "line. --csv writes one list of it as rows, for a spreadsheet, which\n"
                "\"eval --marks\" reads. PACK is the name of rules or their folder.",
                "Scrive la valutazione che le regole vogliono, senza i valori: ognuno con il\n"
                "suo titolo, il tipo e ciò che si può scrivere. Non resta che compilarla;\n"
                "\"calcola\" dice ogni valore che manca ancora, alla sua riga. --csv ne scrive\n"
                "un elenco come righe, per un foglio di calcolo, che \"calcola --voti\" legge.\n"
                "REGOLE è il nome di un pacchetto di regole o la sua cartella."),
            .examples = BOTH("form example/2025 --output plans/example/2025.yaml\n"
                             "form example/2025 --csv --list staff.person --output staff.csv",
                             "modulo esempio/2025 --uscita plans/esempio/2025.yaml\n"
                             "modulo esempio/2025 --csv --elenco staff.person --uscita voti.csv"),
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
    [PAG_COMMAND_DIFF] =
        {
            .word = WORD("diff"),
            .alias = WORD("confronta"),
            .operands = BOTH("BEFORE AFTER [--on FILE…]", "PRIMA DOPO [--su FILE…]"),
            .least = 2,
            .most = SIZE_MAX,
            .options = EVERYWHERE | BIT(PAG_OPTION_ON) | BIT(PAG_OPTION_DRAFT) |
                       BIT(PAG_OPTION_JSON) | BIT(PAG_OPTION_QUIET) | BIT(PAG_OPTION_VERBOSE) |
                       BIT(PAG_OPTION_EXIT_CODE),
            .summary = BOTH("what changes between two packs of rules, and what it costs",
                            "che cosa cambia fra due pacchetti di regole, e quanto costa"),
            .text = BOTH(
                "Compares two packs by what they declare: rows of tables, fixed values,\n"
                "formulas. It tells for which scores a table gives something else, and which\n"
                "edits have no effect on any data. With evaluations it tells who gets more\n"
                "or less, and charges each euro to the edit that causes it.",
                "Confronta due pacchetti per ciò che dichiarano: righe di tabelle, valori\n"
                "fissi, formule. Dice per quali punteggi una tabella dà altro, e quali\n"
                "modifiche non hanno effetto con nessun dato. Con delle valutazioni dice chi\n"
                "prende di più o di meno, e attribuisce ogni euro alla modifica che lo causa."),
            .examples = BOTH("diff example/2024 example/2025\n"
                             "diff example/2024 example/2025 --on plans/example/*.yaml",
                             "confronta esempio/2024 esempio/2025\n"
                             "confronta esempio/2024 esempio/2025 --su plans/esempio/*.yaml"),
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

const pag_command_words *pag_command_of(pag_command command)
{
    return &commands[command];
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
