/* `--watch`: the command again, each time one of the files it may look at has been saved. A run is
 * a process of its own, so that no run leaves anything to the next. Names are looked at rather than
 * open files: editors that save by giving a new file the old name are seen like others. */
#include "base/file.h"
#include "cli/cli.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SIGHTS = 3, MOST_NAMED = 5 };
enum { LOOK_EVERY_MS = 50, SETTLE_MS = 20, MOST_FILES = 20000, DEEPEST = 12, OUTPUT_GONE = 141 };

/* One file as it was when it was looked at. */
typedef struct seen {
    pag_str path;
    struct stat as;
} seen;

typedef struct sight {
    pag_arena arena;
    size_t n, room;
    seen *files; /* in the order of names */
} sight;

typedef struct watching {
    pag_cli *cli;
    pag_status (*run)(pag_cli *cli);
    sight sights[SIGHTS];
    sight *ran, *before, *now; /* of the last run; of before and now since then */
} watching;

/* --- looking --- */

static void see(sight *s, pag_str path, const struct stat *as)
{
    if (s->n == s->room) {
        size_t room = s->room ? s->room * 2 : 256;
        seen *files = PAG_NEW_ARRAY(&s->arena, seen, room);
        for (size_t i = 0; i < s->n; i++) files[i] = s->files[i];
        s->files = files;
        s->room = room;
    }
    s->files[s->n++] = (seen){path, *as};
}

/* No deeper than DEEPEST, and no more than MOST_FILES. */
static void look_at(sight *s, pag_str path, int depth)
{
    struct stat as;
    pag_str *names;
    if (s->n >= MOST_FILES || stat(pag_arena_copy(&s->arena, path).at, &as) != 0) return;
    if (!S_ISDIR(as.st_mode)) {
        see(s, path, &as);
        return;
    }
    size_t n = depth < DEEPEST ? pag_folder_list(&s->arena, path, &names) : 0;
    for (size_t i = 0; i < n; i++) {
        look_at(s, pag_path_join(&s->arena, path, names[i]), depth + 1);
    }
}

/* Rows that an evaluation names stand beside it. */
static void look_at_rows(sight *s, pag_str folder)
{
    pag_str *names;
    size_t n = pag_folder_list(&s->arena, folder, &names);
    for (size_t i = 0; i < n; i++) {
        bool rows = pag_str_ends(names[i], PAG_STR(".csv"));
        if (rows) look_at(s, pag_path_join(&s->arena, folder, names[i]), DEEPEST);
    }
}

static void look_at_tree(sight *s, pag_str start)
{
    pag_tree tree;
    if (!pag_tree_find(&s->arena, start, &tree)) return;
    look_at(s, tree.rules, 0);
    if (tree.plans.len) look_at(s, tree.plans, 0);
}

static int by_path(const void *left, const void *right)
{
    const seen *a = left, *b = right;
    return pag_str_compare(a->path, b->path);
}

/* The shortest of the names of a file first. */
static int by_file(const void *left, const void *right)
{
    const seen *a = left, *b = right;
    if (a->as.st_dev != b->as.st_dev) return a->as.st_dev < b->as.st_dev ? -1 : 1;
    if (a->as.st_ino != b->as.st_ino) return a->as.st_ino < b->as.st_ino ? -1 : 1;
    if (a->path.len != b->path.len) return a->path.len < b->path.len ? -1 : 1;
    return by_path(left, right);
}

/* In the order of names, each file once: a tree may be seen from here and from an operand. */
static void put_in_order(sight *s)
{
    size_t n = 0;
    if (!s->n) return;
    qsort(s->files, s->n, sizeof *s->files, by_file);
    for (size_t i = 0; i < s->n; i++) {
        const struct stat *last = n ? &s->files[n - 1].as : NULL, *as = &s->files[i].as;
        if (last && last->st_dev == as->st_dev && last->st_ino == as->st_ino) continue;
        s->files[n++] = s->files[i];
    }
    s->n = n;
    qsort(s->files, s->n, sizeof *s->files, by_path);
}

/* What the command may read: the tree of here, and what it was asked for with the tree around. */
static void look(watching *w, sight *s)
{
    const pag_options *options = &w->cli->options;
    pag_arena_reset(&s->arena);
    s->n = s->room = 0;
    look_at_tree(s, PAG_STR(""));
    for (size_t i = 0; i < options->n_operands; i++) {
        pag_str path = options->operands[i];
        pag_path_kind kind = pag_path_look(path);
        if (kind == PAG_PATH_FILE) {
            look_at(s, path, 0);
            look_at_rows(s, pag_path_folder(path));
            look_at_tree(s, pag_path_folder(path));
        } else if (kind == PAG_PATH_FOLDER) {
            look_at_tree(s, path);
        }
    }
    for (size_t i = 0; i < options->n_marks; i++) look_at(s, options->marks[i], 0);
    put_in_order(s);
}

/* --- what is different --- */

typedef enum happened { CHANGED, ADDED, REMOVED } happened;

/* The same file, saved once or more; names are compared before. */
static bool is_as_before(const seen *a, const seen *b)
{
    return a->as.st_ino == b->as.st_ino && a->as.st_size == b->as.st_size &&
           a->as.st_mtim.tv_sec == b->as.st_mtim.tv_sec &&
           a->as.st_mtim.tv_nsec == b->as.st_mtim.tv_nsec;
}

/* Tells each file that is not as it was, in the order of names. */
static void compare(const sight *before, const sight *now,
                    void (*tell)(void *ud, happened what, pag_str path), void *ud)
{
    for (size_t i = 0, k = 0; i < before->n || k < now->n;) {
        const seen *old = i < before->n ? &before->files[i] : NULL;
        const seen *new = k < now->n ? &now->files[k] : NULL;
        int order = !old ? 1 : !new ? -1 : pag_str_compare(old->path, new->path);
        if (order < 0) tell(ud, REMOVED, old->path);
        if (order > 0) tell(ud, ADDED, new->path);
        if (order == 0 && !is_as_before(old, new)) tell(ud, CHANGED, new->path);
        i += order <= 0;
        k += order >= 0;
    }
}

static void note_any(void *ud, happened what, pag_str path)
{
    (void)what;
    (void)path;
    *(bool *)ud = true;
}

static bool differ(const sight *before, const sight *now)
{
    bool any = false;
    compare(before, now, note_any, &any);
    return any;
}

static void sleep_for(long milliseconds)
{
    struct timespec t = {0, milliseconds * 1000000};
    (void)nanosleep(&t, NULL);
}

static void swap(sight **a, sight **b)
{
    sight *kept = *a;
    *a = *b;
    *b = kept;
}

/* Until something is not as it was for the last run, and then until nothing changes any more: a
 * large file is not saved in one go. What comes and goes meanwhile, as when an editor writes beside
 * the file and renames, is nothing in the end. */
static void wait_for_change(watching *w)
{
    for (bool settling = false;;) {
        sleep_for(settling ? SETTLE_MS : LOOK_EVERY_MS);
        look(w, w->now);
        if (settling && !differ(w->before, w->now)) {
            settling = false;
            if (differ(w->ran, w->now)) return;
        } else if (settling || differ(w->ran, w->now)) {
            settling = true;
            swap(&w->before, &w->now);
        }
    }
}

/* --- running --- */

static _Noreturn void run_and_leave(watching *w)
{
    pag_status status = w->run(w->cli);
    bool gone = w->cli->out.failed || fflush(stdout) != 0;
    (void)fflush(stderr);
    _exit(gone ? OUTPUT_GONE : (int)status);
}

/* Its exit code; OUTPUT_GONE when nobody reads any more, or it could not be run. */
static int run_apart(watching *w)
{
    int state = 0;
    (void)fflush(stdout);
    (void)fflush(stderr);
    pid_t child = fork();
    if (child == 0) run_and_leave(w);
    if (child < 0 || waitpid(child, &state, 0) != child) return OUTPUT_GONE;
    return WIFEXITED(state) ? WEXITSTATUS(state) : OUTPUT_GONE;
}

/* Names of files to which the same has happened, and how many. */
typedef struct naming {
    happened what;
    size_t n;
    pag_text names;
} naming;

static void note_name(void *ud, happened what, pag_str path)
{
    naming *named = ud;
    if (what != named->what || named->n++ >= MOST_NAMED) return;
    if (named->n > 1) pag_text_put(&named->names, PAG_STR(", "));
    pag_text_put(&named->names, path);
}

/* "removed: a.csv, b.csv and 3 more" */
static void put_happened(const watching *w, pag_text *line, happened what)
{
    static const char *const words[][2] = {
        {"changed: ", "cambiato: "}, {"added: ", "aggiunto: "}, {"removed: ", "tolto: "}};
    pag_cli *cli = w->cli;
    naming named = {.what = what, .names = {.arena = line->arena}};
    compare(w->ran, w->now, note_name, &named);
    if (!named.n) return;
    pag_text_put(line, line->len ? PAG_STR("; ") : PAG_STR(""));
    pag_text_put(line, pag_cli_say(cli, words[what][0], words[what][1]));
    pag_text_put(line, pag_text_str(&named.names));
    if (named.n <= MOST_NAMED) return;
    pag_text_put(line, pag_cli_say(cli, " and ", " e altri "));
    pag_text_whole(line, (int64_t)(named.n - MOST_NAMED));
    pag_text_put(line, pag_cli_say(cli, " more", ""));
}

/* What has happened to the files since the last run. */
static void announce(watching *w)
{
    pag_cli *cli = w->cli;
    char clock[16] = "";
    time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local)) (void)strftime(clock, sizeof clock, "%H:%M:%S", &local);
    if (isatty(STDOUT_FILENO)) pag_sink_put(&cli->out, PAG_STR("\033[2J\033[3J\033[H"));
    pag_text all = {.arena = &w->now->arena}, line = all;
    for (int what = CHANGED; what <= REMOVED; what++) put_happened(w, &all, (happened)what);
    pag_text_put(&line, PAG_STR("\n— "));
    pag_text_put(&line, pag_str_from(clock));
    pag_text_put(&line, PAG_STR(", "));
    pag_text_put(&line, pag_text_str(&all));
    pag_text_put(&line, PAG_STR(" —\n"));
    pag_sink_put(&cli->err, pag_text_str(&line));
}

pag_status pag_cli_watch(pag_cli *cli, pag_status (*run)(pag_cli *cli))
{
    watching w = {.cli = cli, .run = run};
    for (int i = 0; i < SIGHTS; i++) pag_arena_init(&w.sights[i].arena, cli->allocator, 0);
    w.ran = &w.sights[0];
    w.before = &w.sights[1];
    w.now = &w.sights[2];
    look(&w, w.ran);
    int code = run_apart(&w);
    while (code != OUTPUT_GONE) {
        wait_for_change(&w);
        announce(&w);
        swap(&w.ran, &w.now);
        code = run_apart(&w);
    }
    for (int i = 0; i < SIGHTS; i++) pag_arena_drop(&w.sights[i].arena);
    return PAG_IO;
}
