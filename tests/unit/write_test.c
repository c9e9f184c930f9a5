/* Files and folders that are new: there wholly or not at all, and never over what was there. */
#include "base/file.h"
#include "base/text.h"
#include "base/write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static pag_arena arena;
static char home[] = "/tmp/pagella-write-test-XXXXXX";
static char before[4096];

static int set_up(void **state)
{
    (void)state;
    pag_arena_init(&arena, pag_heap(), 0);
    memcpy(home + sizeof home - 7, "XXXXXX", 6);
    return !getcwd(before, sizeof before) || !mkdtemp(home) || chdir(home) != 0;
}

/* Whatever a test leaves behind is its failure. */
static int tear_down(void **state)
{
    (void)state;
    pag_str *names;
    size_t n = pag_folder_list(&arena, PAG_STR(""), &names);
    for (size_t i = 0; i < n; i++) {
        if (unlink(names[i].at) != 0) (void)rmdir(names[i].at);
    }
    pag_arena_drop(&arena);
    return chdir(before) || rmdir(home);
}

static void assert_bytes(const char *path, const char *expected)
{
    pag_str bytes;
    assert_int_equal(pag_file_read(&arena, pag_str_from(path), 1000, &bytes), PAG_FILE_READ);
    assert_true(pag_str_equal(bytes, pag_str_from(expected)));
}

static size_t names_in(const char *folder)
{
    pag_str *names;
    return pag_folder_list(&arena, pag_str_from(folder), &names);
}

static pag_write_result write_new(const char *path, const char *bytes)
{
    return pag_file_write_new(&arena, pag_str_from(path), pag_str_from(bytes));
}

static void a_new_file_has_its_bytes_and_nothing_stands_beside_it(void **state)
{
    (void)state;
    assert_int_equal(write_new("form.yaml", "peso: 10\n"), PAG_WRITE_DONE);
    assert_bytes("form.yaml", "peso: 10\n");
    assert_int_equal(write_new("empty.yaml", ""), PAG_WRITE_DONE);
    assert_bytes("empty.yaml", "");
    assert_int_equal(names_in(""), 2);
}

static void what_exists_is_never_written_over(void **state)
{
    (void)state;
    assert_int_equal(write_new("form.yaml", "prima"), PAG_WRITE_DONE);
    assert_int_equal(write_new("form.yaml", "dopo"), PAG_WRITE_EXISTS);
    assert_bytes("form.yaml", "prima");
    assert_int_equal(symlink("nowhere", "link.yaml"), 0);
    assert_int_equal(write_new("link.yaml", "dopo"), PAG_WRITE_EXISTS);
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(write_new("folder", "dopo"), PAG_WRITE_EXISTS);
    assert_int_equal(names_in(""), 3);
}

static void without_a_folder_there_is_nowhere_to_write(void **state)
{
    (void)state;
    assert_int_equal(write_new("none/form.yaml", "x"), PAG_WRITE_MISSING);
    assert_int_equal(write_new("", "x"), PAG_WRITE_MISSING);
    assert_int_equal(pag_file_write_new(&arena, (pag_str){"a\0b", 3}, PAG_STR("x")),
                     PAG_WRITE_MISSING);
    assert_int_equal(names_in(""), 0);
}

static void a_name_that_somebody_left_behind_is_not_in_the_way(void **state)
{
    (void)state;
    assert_int_equal(write_new(".form.yaml.new-0", "altro"), PAG_WRITE_DONE);
    assert_int_equal(write_new("form.yaml", "x"), PAG_WRITE_DONE);
    assert_bytes(".form.yaml.new-0", "altro");
    assert_bytes("form.yaml", "x");
    assert_int_equal(names_in(""), 2);
}

static void a_folder_has_its_name_only_when_it_is_kept(void **state)
{
    (void)state;
    pag_new_folder folder;
    assert_int_equal(pag_new_folder_begin(&arena, PAG_STR("2025"), &folder), PAG_WRITE_DONE);
    assert_int_equal(pag_new_folder_put(&arena, &folder, PAG_STR("a"), PAG_STR("1")),
                     PAG_WRITE_DONE);
    assert_int_equal(pag_new_folder_put(&arena, &folder, PAG_STR("a"), PAG_STR("2")),
                     PAG_WRITE_EXISTS);
    assert_int_equal(pag_path_look(PAG_STR("2025")), PAG_PATH_NONE);
    assert_int_equal(pag_new_folder_keep(&folder), PAG_WRITE_DONE);
    pag_new_folder_drop(&folder);
    assert_bytes("2025/a", "1");
    assert_int_equal(names_in(""), 1);
    assert_int_equal(unlink("2025/a"), 0);
}

static void a_folder_that_is_dropped_leaves_nothing(void **state)
{
    (void)state;
    pag_new_folder folder;
    assert_int_equal(pag_new_folder_begin(&arena, PAG_STR("2025"), &folder), PAG_WRITE_DONE);
    assert_int_equal(pag_new_folder_put(&arena, &folder, PAG_STR("a"), PAG_STR("1")),
                     PAG_WRITE_DONE);
    pag_new_folder_drop(&folder);
    assert_int_equal(names_in(""), 0);
}

static void a_folder_never_takes_the_place_of_another(void **state)
{
    (void)state;
    pag_new_folder folder;
    assert_int_equal(mkdir("2024", 0700), 0);
    assert_int_equal(pag_new_folder_begin(&arena, PAG_STR("2024"), &folder), PAG_WRITE_EXISTS);
    pag_new_folder_drop(&folder);
    assert_int_equal(pag_new_folder_begin(&arena, PAG_STR("2025"), &folder), PAG_WRITE_DONE);
    assert_int_equal(mkdir("2025", 0700), 0); /* somebody else's, meanwhile */
    assert_int_equal(pag_new_folder_keep(&folder), PAG_WRITE_EXISTS);
    pag_new_folder_drop(&folder);
    assert_int_equal(names_in(""), 2);
    assert_int_equal(names_in("2025"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_new_file_has_its_bytes_and_nothing_stands_beside_it),
        TEST(what_exists_is_never_written_over),
        TEST(without_a_folder_there_is_nowhere_to_write),
        TEST(a_name_that_somebody_left_behind_is_not_in_the_way),
        TEST(a_folder_has_its_name_only_when_it_is_kept),
        TEST(a_folder_that_is_dropped_leaves_nothing),
        TEST(a_folder_never_takes_the_place_of_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
