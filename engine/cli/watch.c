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

enum { LOOK_EVERY_MS = 50, SETTLE_MS = 20, MOST_FILES = 20000, DEEPEST = 12, OUTPUT_GONE = 141 };

/* One file as it was when it was looked at. */
typedef struct seen {
    pag_str path;
    struct stat as;
} seen;

typedef struct sight {
    pag_arena arena;
    size_t n, room;
    seen *files; /* in the order of looking, which is that of names */
} sight;

typedef struct watching {
    pag_cli *cli;
    pag_status (*run)(pag_cli *cli);
    sight sights[2]; /* now and before */
    size_t now;
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

/* What the command may read: the tree of here, and what it was asked for with the tree around. */
static void look(watching *w)
{
    sight *s = &w->sights[w->now];
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
}

static bool is_as_before(const seen *a, const seen *b)
{
    return pag_str_equal(a->path, b->path) && a->as.st_ino == b->as.st_ino &&
           a->as.st_size == b->as.st_size && a->as.st_mtim.tv_sec == b->as.st_mtim.tv_sec &&
           a->as.st_mtim.tv_nsec == b->as.st_mtim.tv_nsec;
}

/* The first file that is not as it was; empty when all are. */
static pag_str changed(const watching *w)
{
    const sight *now = &w->sights[w->now], *before = &w->sights[1 - w->now];
    for (size_t i = 0; i < now->n || i < before->n; i++) {
        if (i >= before->n) return now->files[i].path;
        if (i >= now->n) return before->files[i].path;
        if (!is_as_before(&now->files[i], &before->files[i])) return now->files[i].path;
    }
    return PAG_STR("");
}

static void sleep_for(long milliseconds)
{
    struct timespec t = {0, milliseconds * 1000000};
    (void)nanosleep(&t, NULL);
}

/* Until something has changed, and then until nothing changes any more: a large file is not saved
 * in one go. */
static pag_str wait_for_change(watching *w)
{
    pag_str first = PAG_STR("");
    for (;;) {
        sleep_for(first.len ? SETTLE_MS : LOOK_EVERY_MS);
        w->now = 1 - w->now;
        look(w);
        pag_str next = changed(w);
        if (first.len && !next.len) return first;
        if (next.len && !first.len) first = pag_arena_copy(&w->cli->arena, next);
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

static void announce(watching *w, pag_str path)
{
    pag_cli *cli = w->cli;
    char clock[16] = "";
    time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local)) (void)strftime(clock, sizeof clock, "%H:%M:%S", &local);
    if (isatty(STDOUT_FILENO)) pag_sink_put(&cli->out, PAG_STR("\033[2J\033[3J\033[H"));
    pag_text line = {.arena = &cli->arena};
    pag_text_put(&line, PAG_STR("\n— "));
    pag_text_put(&line, pag_str_from(clock));
    pag_text_put(&line, pag_cli_say(cli, ", changed: ", ", cambiato: "));
    pag_text_put(&line, path);
    pag_text_put(&line, PAG_STR(" —\n"));
    pag_sink_put(&cli->err, pag_text_str(&line));
}

pag_status pag_cli_watch(pag_cli *cli, pag_status (*run)(pag_cli *cli))
{
    watching w = {.cli = cli, .run = run};
    for (int i = 0; i < 2; i++) pag_arena_init(&w.sights[i].arena, cli->allocator, 0);
    look(&w);
    int code = run_apart(&w);
    while (code != OUTPUT_GONE) {
        announce(&w, wait_for_change(&w));
        code = run_apart(&w);
    }
    for (int i = 0; i < 2; i++) pag_arena_drop(&w.sights[i].arena);
    return PAG_IO;
}
