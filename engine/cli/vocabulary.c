/* The tables of options and exit codes. One is added here, and nowhere else but where it is read.
 */
#include "cli/wording.h"

static const pag_option_words options[PAG_OPTIONS] = {
    [PAG_OPTION_RULES] = {WORD("--rules"), WORD("--regole"), 0, BOTH("PACK", "REGOLE"), false,
                          BOTH("use these rules (example/2025), whatever the file names",
                               "usa queste regole (esempio/2025), qualunque il file nomini")},
    [PAG_OPTION_FOR] = {WORD("--for"), WORD("--per"), 0, BOTH("NAME", "NOME"), false,
                        BOTH("whose figure: name or id of an entry, or ids: outer.inner",
                             "di chi è la cifra: nome o id di una voce, o id: esterno.interno")},
    [PAG_OPTION_DEPTH] = {WORD("--depth"), WORD("--profondita"), 0, BOTH("N|all", "N|tutto"), false,
                          BOTH("levels of figures in the tree (else what fits on a page)",
                               "livelli di cifre nell'albero (senza: quanto sta in una pagina)")},
    [PAG_OPTION_WHAT_IF] = {WORD("--what-if"), WORD("--che-cosa-serve"), 0, BOTH("", ""), false,
                            BOTH("which values would have led to the next band",
                                 "quali dati avrebbero portato alla fascia vicina")},
    [PAG_OPTION_AGAINST] = {WORD("--against"), WORD("--contro"), 0,
                            BOTH("NAME or FILE", "NOME o FILE"), false,
                            BOTH("why it differs from that of another, or of another file",
                                 "perché differisce da quella di un altro, o di un altro file")},
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
    [PAG_OPTION_EXAMPLES] = {WORD("--examples"), WORD("--esempi"), 0, BOTH("FOLDER", "CARTELLA"),
                             false,
                             BOTH("write here an evaluation file for each thing that is wrong",
                                  "scrive qui una valutazione per ogni cosa smentita")},
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
    [PAG_OPTION_MARKS] = {WORD("--marks"), WORD("--voti"), 0, BOTH("CSV", "CSV"), false,
                          BOTH("also the rows of this file, for one list of the evaluation",
                               "anche le righe di questo file, per un elenco della valutazione")},
    [PAG_OPTION_CSV] = {WORD("--csv"), WORD("--csv"), 0, BOTH("", ""), false,
                        BOTH("one list, as rows for a spreadsheet",
                             "un solo elenco, come righe per un foglio di calcolo")},
    [PAG_OPTION_LIST] = {WORD("--list"), WORD("--elenco"), 0, BOTH("NAME", "NOME"), false,
                         BOTH("which list (staff.person), if there are several",
                              "quale elenco (staff.person), se ce n'è più d'uno")},
    [PAG_OPTION_META] = {WORD("--meta"), WORD("--meta"), 0, BOTH("", ""), false,
                         BOTH("the words of rules as definitions for editors of Lua",
                              "le parole delle regole come definizioni per gli editor di Lua")},
    [PAG_OPTION_ON] = {WORD("--on"), WORD("--su"), 0, BOTH("FILE", "FILE"), false,
                       BOTH("evaluations to try both packs on; more files may follow",
                            "valutazioni su cui provare i due pacchetti; anche più di una")},
    [PAG_OPTION_EXIT_CODE] = {WORD("--exit-code"), WORD("--codice-uscita"), 0, BOTH("", ""), false,
                              BOTH("end with 1 when there are differences",
                                   "finisce con 1 quando ci sono differenze")},
    [PAG_OPTION_HELP] = {WORD("--help"), WORD("--aiuto"), 'h', BOTH("", ""), false,
                         BOTH("this help", "questo aiuto")},
    [PAG_OPTION_VERSION] = {WORD("--version"), WORD("--versione"), 0, BOTH("", ""), false,
                            BOTH("the version of the program", "la versione del programma")},
};

#define ALL                                                                                        \
    (BIT(PAG_COMMAND_EVAL) | BIT(PAG_COMMAND_EXPLAIN) | BIT(PAG_COMMAND_CHECK) |                   \
     BIT(PAG_COMMAND_TEST) | BIT(PAG_COMMAND_PROVE) | BIT(PAG_COMMAND_NEW_YEAR) |                  \
     BIT(PAG_COMMAND_SCHEMA) | BIT(PAG_COMMAND_FORM) | BIT(PAG_COMMAND_DIFF))
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
    {1, BIT(PAG_COMMAND_DIFF),
     BOTH("withheld amounts; with --exit-code also any difference",
          "importi sospesi; con --codice-uscita anche qualunque differenza")},
    {2, ALL | BIT(PAG_COMMAND_HELP), BOTH("a wrong command line", "una riga di comando sbagliata")},
    {3, ALL, BOTH("an error in data or rules", "un errore nei dati o nelle regole")},
    {4, ALL | BIT(PAG_COMMAND_HELP),
     BOTH("a file cannot be read or written", "un file non si può leggere o scrivere")},
    {5, ALL,
     BOTH("a limit was reached: size, depth, time, memory",
          "un limite raggiunto: dimensione, profondità, tempo, memoria")},
    {70, ALL, BOTH("a mistake of the program itself", "un errore del programma stesso")},
};

const pag_option_words *pag_option_of(pag_option option)
{
    return &options[option];
}

const pag_exit_words *pag_exits(size_t *n)
{
    *n = sizeof exits / sizeof *exits;
    return exits;
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

static pag_str without_dashes(pag_str word)
{
    while (word.len && *word.at == '-') word = (pag_str){word.at + 1, word.len - 1};
    return word;
}

/* The dashes are no letters: they would make short words look alike. */
pag_str pag_option_nearest(pag_str word, uint64_t some)
{
    pag_str words[2 * PAG_OPTIONS];
    size_t n = 0, of[2 * PAG_OPTIONS];
    for (size_t i = 0; i < PAG_OPTIONS; i++) {
        if (!(some >> i & 1)) continue;
        of[n] = i;
        words[n++] = without_dashes(options[i].word);
        of[n] = i;
        words[n++] = without_dashes(options[i].alias);
    }
    size_t near = pag_str_nearest(without_dashes(word), words, n);
    if (near == n) return PAG_STR("");
    return near % 2 ? options[of[near]].alias : options[of[near]].word;
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
