/* Reading files and descriptors, and paths, on a folder of its own that is left empty and removed.
 */
#include "base/file.h"
#include "base/text.h"
#include "base/write.h"
#include "failing.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { LARGE = 300000 };

static pag_arena arena;
static char home[] = "/tmp/pagella-file-test-XXXXXX";
static char before[4096];

static void make_file(const char *name, const char *bytes, size_t len)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static int enter(void **state)
{
    static char large[LARGE];
    (void)state;
    memset(large, 'x', sizeof large);
    if (!getcwd(before, sizeof before) || !mkdtemp(home) || chdir(home) != 0) return -1;
    make_file("small.yaml", "peso: 10\n", 9);
    make_file("empty.yaml", "", 0);
    make_file("large.yaml", large, sizeof large);
    return mkdir("a", 0700) || mkdir("a/b", 0700) || mkdir("rules", 0700) ||
           mkdir("a/rules", 0700) || mkfifo("pipe", 0600) || symlink("small.yaml", "link") ||
           symlink("nowhere", "broken") || symlink("circle", "circle");
}

static int leave(void **state)
{
    static const char *const made[] = {"small.yaml", "empty.yaml", "large.yaml", "pipe",
                                       "link",       "broken",     "circle",     "secret"};
    (void)state;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) unlink(made[i]);
    rmdir("a/b");
    rmdir("a/rules");
    rmdir("a");
    rmdir("rules");
    return chdir(before) || rmdir(home);
}

static int set_up(void **state)
{
    (void)state;
    pag_arena_init(&arena, pag_heap(), 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pag_arena_drop(&arena);
    return 0;
}

static void assert_text(pag_str text, const char *expected)
{
    assert_string_equal(pag_arena_copy(&arena, text).at, expected);
}

static int open_descriptors(void)
{
    int n = 0;
    for (int fd = 0; fd < 64; fd++) n += fcntl(fd, F_GETFD) != -1;
    return n;
}

static pag_file_result read_name(const char *name, size_t most, pag_str *out)
{
    int open_before = open_descriptors();
    *out = PAG_STR("not touched");
    pag_file_result result = pag_file_read(&arena, pag_str_from(name), most, out);
    assert_int_equal(open_descriptors(), open_before);
    if (result != PAG_FILE_READ) assert_int_equal(out->len, 0);
    return result;
}

static void a_file_is_read_whole(void **state)
{
    (void)state;
    pag_str bytes;
    assert_int_equal(read_name("small.yaml", 100, &bytes), PAG_FILE_READ);
    assert_text(bytes, "peso: 10\n");
    assert_int_equal(read_name("link", 9, &bytes), PAG_FILE_READ);
    assert_text(bytes, "peso: 10\n");
    assert_int_equal(read_name("large.yaml", SIZE_MAX, &bytes), PAG_FILE_READ);
    assert_int_equal(bytes.len, LARGE);
    assert_int_equal(read_name("empty.yaml", 0, &bytes), PAG_FILE_READ);
    assert_int_equal(bytes.len, 0);
}

static bool write_name(const char *name, const char *text)
{
    int open_before = open_descriptors();
    bool written =
        pag_file_replace(&arena, pag_str_from(name), pag_str_from(text)) == PAG_WRITE_DONE;
    assert_int_equal(open_descriptors(), open_before);
    return written;
}

static void a_file_is_written_whole_over_what_was_there(void **state)
{
    (void)state;
    pag_str bytes;
    assert_true(write_name("written.xml", "uno, due, tre"));
    assert_true(write_name("written.xml", "uno"));
    assert_int_equal(read_name("written.xml", 100, &bytes), PAG_FILE_READ);
    assert_text(bytes, "uno");
    assert_int_equal(unlink("written.xml"), 0);
}

static void what_cannot_be_written_leaves_nothing_behind(void **state)
{
    (void)state;
    pag_str *names;
    size_t there = pag_folder_list(&arena, PAG_STR("."), &names);
    assert_false(write_name("no-folder/written.xml", "uno"));
    assert_false(write_name("", "uno"));
    assert_false(write_name(".", "uno"));
    assert_false(write_name("/dev/null", "uno"));
    assert_int_equal(pag_folder_list(&arena, PAG_STR("."), &names), there);
}

static void a_path_need_not_be_terminated(void **state)
{
    (void)state;
    pag_str bytes, path = {"small.yaml and more", 10};
    assert_int_equal(pag_file_read(&arena, path, 100, &bytes), PAG_FILE_READ);
    assert_int_equal(bytes.len, 9);
}

static void a_missing_file_says_so(void **state)
{
    (void)state;
    pag_str bytes;
    assert_int_equal(read_name("nothing.yaml", 100, &bytes), PAG_FILE_MISSING);
    assert_int_equal(read_name("small.yaml/below", 100, &bytes), PAG_FILE_MISSING);
    assert_int_equal(read_name("broken", 100, &bytes), PAG_FILE_MISSING);
    assert_int_equal(read_name("circle", 100, &bytes), PAG_FILE_MISSING);
    assert_int_equal(read_name("", 100, &bytes), PAG_FILE_MISSING);
}

static void a_zero_byte_in_a_path_does_not_open_what_stands_before_it(void **state)
{
    (void)state;
    pag_str bytes, path = {"small.yaml\0.txt", 15};
    assert_int_equal(pag_file_read(&arena, path, 100, &bytes), PAG_FILE_MISSING);
    assert_int_equal(pag_path_look(path), PAG_PATH_NONE);
}

static void a_folder_a_fifo_and_a_device_are_refused_without_waiting(void **state)
{
    (void)state;
    pag_str bytes;
    assert_int_equal(read_name("a", 100, &bytes), PAG_FILE_FOLDER);
    assert_int_equal(read_name("pipe", 100, &bytes), PAG_FILE_NOT_REGULAR);
    assert_int_equal(read_name("/dev/zero", 100, &bytes), PAG_FILE_NOT_REGULAR);
}

static void a_file_over_the_limit_is_refused(void **state)
{
    (void)state;
    pag_str bytes;
    assert_int_equal(read_name("small.yaml", 8, &bytes), PAG_FILE_TOO_LARGE);
    assert_int_equal(read_name("large.yaml", LARGE - 1, &bytes), PAG_FILE_TOO_LARGE);
    assert_int_equal(read_name("large.yaml", LARGE, &bytes), PAG_FILE_READ);
    assert_int_equal(read_name("small.yaml", 0, &bytes), PAG_FILE_TOO_LARGE);
}

static void a_file_that_may_not_be_read_is_denied(void **state)
{
    (void)state;
    pag_str bytes;
    make_file("secret", "x", 1);
    assert_int_equal(chmod("secret", 0), 0);
    pag_file_result expected = geteuid() == 0 ? PAG_FILE_READ : PAG_FILE_DENIED;
    assert_int_equal(read_name("secret", 100, &bytes), expected);
}

/* A descriptor to read `len` bytes from. */
static int pipe_with(const char *bytes, size_t len)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes, len), (ssize_t)len);
    close(ends[1]);
    return ends[0];
}

static void a_pipe_is_read_to_its_end_and_stays_open(void **state)
{
    (void)state;
    pag_str bytes;
    int fd = pipe_with("peso: 10\n", 9);
    assert_int_equal(pag_file_read_descriptor(&arena, fd, 9, &bytes), PAG_FILE_READ);
    assert_text(bytes, "peso: 10\n");
    assert_int_equal(close(fd), 0);
}

static void a_pipe_over_the_limit_is_refused(void **state)
{
    (void)state;
    pag_str bytes;
    int fd = pipe_with("peso: 10\n", 9);
    assert_int_equal(pag_file_read_descriptor(&arena, fd, 8, &bytes), PAG_FILE_TOO_LARGE);
    assert_int_equal(bytes.len, 0);
    close(fd);
    int endless = open("/dev/zero", O_RDONLY);
    assert_int_equal(pag_file_read_descriptor(&arena, endless, LARGE, &bytes), PAG_FILE_TOO_LARGE);
    close(endless);
}

static void a_descriptor_that_does_not_wait_is_read_all_the_same(void **state)
{
    (void)state;
    pag_str bytes;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_not_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), -1);
    pid_t child = fork();
    if (child == 0) {
        const struct timespec pause = {.tv_nsec = 20000000};
        nanosleep(&pause, NULL);
        _exit(write(ends[1], "late", 4) != 4);
    }
    close(ends[1]);
    assert_int_equal(pag_file_read_descriptor(&arena, ends[0], 100, &bytes), PAG_FILE_READ);
    assert_text(bytes, "late");
    close(ends[0]);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

static void a_descriptor_can_be_a_folder_or_nothing(void **state)
{
    (void)state;
    pag_str bytes;
    int fd = open(".", O_RDONLY);
    assert_int_equal(pag_file_read_descriptor(&arena, fd, 100, &bytes), PAG_FILE_FOLDER);
    close(fd);
    assert_int_equal(pag_file_read_descriptor(&arena, -1, 100, &bytes), PAG_FILE_BROKEN);
}

static void looking_tells_files_folders_and_the_rest(void **state)
{
    (void)state;
    char endless[5000];
    memset(endless, 'x', sizeof endless);
    assert_int_equal(pag_path_look(PAG_STR("small.yaml")), PAG_PATH_FILE);
    assert_int_equal(pag_path_look(PAG_STR("link")), PAG_PATH_FILE);
    assert_int_equal(pag_path_look(PAG_STR("a")), PAG_PATH_FOLDER);
    assert_int_equal(pag_path_look((pag_str){0}), PAG_PATH_FOLDER);
    assert_int_equal(pag_path_look(PAG_STR("pipe")), PAG_PATH_OTHER);
    assert_int_equal(pag_path_look(PAG_STR("broken")), PAG_PATH_NONE);
    assert_int_equal(pag_path_look((pag_str){endless, sizeof endless}), PAG_PATH_NONE);
}

static void a_folder_is_listed_in_the_order_of_bytes(void **state)
{
    (void)state;
    pag_str *names;
    assert_int_equal(pag_folder_list(&arena, PAG_STR("a"), &names), 2);
    assert_text(names[0], "b");
    assert_text(names[1], "rules");
    size_t n = pag_folder_list(&arena, PAG_STR(""), &names);
    assert_true(n >= 9);
    for (size_t i = 1; i < n; i++) assert_true(pag_str_compare(names[i - 1], names[i]) < 0);
    assert_int_equal(pag_folder_list(&arena, PAG_STR("small.yaml"), &names), 0);
    assert_int_equal(pag_folder_list(&arena, PAG_STR("nothing"), &names), 0);
    assert_int_equal(pag_folder_list(&arena, PAG_STR("a/b"), &names), 0);
}

static void paths_are_joined_with_one_slash(void **state)
{
    (void)state;
    assert_text(pag_path_join(&arena, PAG_STR("a/b"), PAG_STR("c")), "a/b/c");
    assert_text(pag_path_join(&arena, PAG_STR("a/"), PAG_STR("c")), "a/c");
    assert_text(pag_path_join(&arena, PAG_STR(""), PAG_STR("c")), "c");
    assert_text(pag_path_join(&arena, PAG_STR("/"), PAG_STR("c")), "/c");
    assert_text(pag_path_join(&arena, PAG_STR("a"), PAG_STR("/x/c")), "/x/c");
    assert_text(pag_path_join(&arena, PAG_STR("a"), PAG_STR("")), "a");
}

static void a_path_is_a_folder_and_a_name(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"a/b.yaml", "a", "b.yaml"},
        {"b.yaml", "", "b.yaml"},
        {"/b", "/", "b"},
        {"a/b/", "a", "b"},
        {"a//b", "a", "b"},
        {"/", "/", ""},
        {"", "", ""},
        {"../x", "..", "x"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_text(pag_path_folder(pag_str_from(cases[i][0])), cases[i][1]);
        assert_text(pag_path_name(pag_str_from(cases[i][0])), cases[i][2]);
    }
}

static void assert_found(const char *start, const char *expected)
{
    pag_str found;
    assert_true(pag_path_find_above(&arena, pag_str_from(start), PAG_STR("rules"), &found));
    assert_text(found, expected);
}

static void the_nearest_folder_above_is_found_as_short_as_it_was_written(void **state)
{
    (void)state;
    assert_found("", "rules");
    assert_found(".", "rules");
    assert_found("a", "a/rules");
    assert_found("a/b", "a/rules");
    assert_found("a/b/2025.yaml", "a/rules");
    assert_found("nothing/there", "rules");
    assert_found("a/b/../..", "a/b/../../rules");
    char absolute[64], expected[80];
    snprintf(absolute, sizeof absolute, "%s/a/b/", home);
    snprintf(expected, sizeof expected, "%s/a/rules", home);
    assert_found(absolute, expected);
    assert_int_equal(chdir("a/b"), 0);
    assert_found("", "../rules");
    assert_found("x.yaml", "../rules");
    assert_found("../..", "../../rules");
    assert_int_equal(chdir("../.."), 0);
    assert_int_equal(rmdir("rules"), 0);
    pag_str found;
    assert_false(pag_path_find_above(&arena, PAG_STR("/"), PAG_STR("no such folder"), &found));
    assert_false(pag_path_find_above(&arena, PAG_STR("a/b"), PAG_STR("no such folder"), &found));
    assert_int_equal(mkdir("rules", 0700), 0);
}

static pag_status read_and_list(const pag_allocator *allocator)
{
    pag_arena own;
    pag_trap trap;
    pag_str bytes, *names;
    pag_arena_init(&own, allocator, 0);
    pag_trap_set(&trap, &own);
    if (setjmp(trap.jump) == 0) {
        pag_file_read(&own, PAG_STR("large.yaml"), LARGE, &bytes);
        for (int i = 0; i < 40; i++) pag_folder_list(&own, PAG_STR("."), &names);
    }
    pag_trap_clear(&trap);
    pag_arena_drop(&own);
    return trap.status;
}

static void no_descriptor_stays_open_when_memory_ends(void **state)
{
    (void)state;
    int open_before = open_descriptors();
    for (size_t n = 0;; n++) {
        failing memory = {.from = n};
        pag_allocator allocator = failing_allocator(&memory);
        pag_status status = read_and_list(&allocator);
        assert_int_equal(memory.live, 0);
        assert_int_equal(open_descriptors(), open_before);
        if (status == PAG_OK) break;
        assert_int_equal(status, PAG_NOMEM);
        assert_true(n < 100);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_read_whole),
        TEST(a_file_is_written_whole_over_what_was_there),
        TEST(what_cannot_be_written_leaves_nothing_behind),
        TEST(a_path_need_not_be_terminated),
        TEST(a_missing_file_says_so),
        TEST(a_zero_byte_in_a_path_does_not_open_what_stands_before_it),
        TEST(a_folder_a_fifo_and_a_device_are_refused_without_waiting),
        TEST(a_file_over_the_limit_is_refused),
        TEST(a_file_that_may_not_be_read_is_denied),
        TEST(a_pipe_is_read_to_its_end_and_stays_open),
        TEST(a_pipe_over_the_limit_is_refused),
        TEST(a_descriptor_that_does_not_wait_is_read_all_the_same),
        TEST(a_descriptor_can_be_a_folder_or_nothing),
        TEST(looking_tells_files_folders_and_the_rest),
        TEST(a_folder_is_listed_in_the_order_of_bytes),
        TEST(paths_are_joined_with_one_slash),
        TEST(a_path_is_a_folder_and_a_name),
        TEST(the_nearest_folder_above_is_found_as_short_as_it_was_written),
        TEST(no_descriptor_stays_open_when_memory_ends),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
