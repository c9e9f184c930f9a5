/* Starts two commands in turn, many times, and says how long each took from its start to its end
 * and the most memory it held. A program of its own because a child begins with the peak memory of
 * the one that starts it: this one is small.
 *
 *     cold_start TIMES COMMAND ARGUMENT … -- COMMAND ARGUMENT … */
#include "workload.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;
pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage); /* not in POSIX */

enum { MOST_TIMES = 1000 };

typedef struct command {
    char **arguments;
    double milliseconds[MOST_TIMES];
    long kib; /* the most memory of all runs */
} command;

static double now(void)
{
    struct timespec t;
    if (clock_gettime(CLOCK_MONOTONIC, &t)) workload_stop("clock", strerror(errno));
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static void start(command *c, posix_spawn_file_actions_t *actions, size_t time)
{
    pid_t child;
    int status;
    struct rusage usage;
    double begin = now();
    int error = posix_spawnp(&child, c->arguments[0], actions, NULL, c->arguments, environ);
    if (error) workload_stop(c->arguments[0], strerror(error));
    if (wait4(child, &status, 0, &usage) != child) workload_stop("wait4", strerror(errno));
    c->milliseconds[time] = now() - begin;
    bool told = WIFEXITED(status) && WEXITSTATUS(status) <= 1; /* 1: it found something */
    if (!told) workload_stop(c->arguments[0], "it failed");
    if (usage.ru_maxrss > c->kib) c->kib = usage.ru_maxrss;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print(command *c, size_t times)
{
    qsort(c->milliseconds, times, sizeof *c->milliseconds, ascending);
    printf("{\"milliseconds\": %.4f, \"kib\": %ld}", c->milliseconds[times / 2], c->kib);
}

static size_t whole(const char *text)
{
    size_t n = 0;
    for (; *text >= '0' && *text <= '9' && n <= MOST_TIMES; text++)
        n = n * 10 + (size_t)(*text - '0');
    if (*text || n == 0 || n > MOST_TIMES) workload_stop("times", "1 to 1000");
    return n;
}

int main(int argc, char **argv)
{
    static const char usage[] = "cold_start TIMES COMMAND … -- COMMAND …";
    int second = 2;
    while (second < argc && strcmp(argv[second], "--") != 0) second++;
    if (second < 3 || second + 1 >= argc) workload_stop("usage", usage);
    argv[second] = NULL;
    size_t times = whole(argv[1]);
    command a = {.arguments = argv + 2}, b = {.arguments = argv + second + 1};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    for (size_t i = 0; i < times; i++) {
        start(&a, &actions, i);
        start(&b, &actions, i);
    }
    posix_spawn_file_actions_destroy(&actions);
    printf("[");
    print(&a, times);
    printf(", ");
    print(&b, times);
    printf("]\n");
    return 0;
}
