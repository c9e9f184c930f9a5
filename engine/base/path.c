/* Paths as texts, and the look at what they lead to. Paths are taken as they are written: nothing
 * is made absolute and no link is resolved. */
#include "base/file.h"
#include "base/list.h"
#include "base/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { LONGEST_PATH = 4096 }; /* with its zero byte */

static bool look_at(pag_str path, struct stat *found)
{
    char name[LONGEST_PATH];
    if (path.len == 0) path = PAG_STR(".");
    if (path.len >= sizeof name || pag_str_find(path, '\0') < path.len) return false;
    memcpy(name, path.at, path.len);
    name[path.len] = '\0';
    return stat(name, found) == 0;
}

pag_path_kind pag_path_look(pag_str path)
{
    struct stat found;
    if (!look_at(path, &found)) return PAG_PATH_NONE;
    if (S_ISREG(found.st_mode)) return PAG_PATH_FILE;
    return S_ISDIR(found.st_mode) ? PAG_PATH_FOLDER : PAG_PATH_OTHER;
}

bool pag_path_same(pag_str a, pag_str b)
{
    struct stat one, other;
    return look_at(a, &one) && look_at(b, &other) && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

struct listing {
    DIR *folder;
    pag_str *names;
    size_t n, room;
};

static void listing_add(pag_arena *arena, struct listing *list, const char *name)
{
    list->names = pag_list_grown(arena, list->names, list->n, &list->room, sizeof *list->names);
    list->names[list->n] = pag_arena_copy(arena, pag_str_from(name));
    list->n++;
}

static void listing_fill(pag_arena *arena, struct listing *list)
{
    for (struct dirent *entry; (entry = readdir(list->folder));) {
        bool dots = !strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..");
        if (!dots) listing_add(arena, list, entry->d_name);
    }
}

static int by_bytes(const void *a, const void *b)
{
    return pag_str_compare(*(const pag_str *)a, *(const pag_str *)b);
}

size_t pag_folder_list(pag_arena *arena, pag_str path, pag_str **names)
{
    *names = NULL;
    if (path.len == 0) path = PAG_STR(".");
    if (pag_str_find(path, '\0') < path.len) return 0;
    struct listing list = {.folder = opendir(pag_arena_copy(arena, path).at)};
    if (!list.folder) return 0;
    pag_trap trap;
    pag_trap_set(&trap, arena);
    if (setjmp(trap.jump) == 0) listing_fill(arena, &list);
    pag_trap_clear(&trap);
    closedir(list.folder);
    pag_trap_pass_on(&trap);
    if (list.n) qsort(list.names, list.n, sizeof *list.names, by_bytes);
    *names = list.names;
    return list.n;
}

pag_str pag_path_join(pag_arena *arena, pag_str folder, pag_str name)
{
    if (folder.len == 0 || pag_str_starts(name, PAG_STR("/"))) return pag_arena_copy(arena, name);
    if (name.len == 0) return pag_arena_copy(arena, folder);
    pag_str slash = pag_str_ends(folder, PAG_STR("/")) ? PAG_STR("") : PAG_STR("/");
    return pag_arena_copy(arena, pag_text_join(arena, 3, folder, slash, name));
}

/* Without the slashes at its end; "/" stays. */
static pag_str trimmed(pag_str path)
{
    while (path.len > 1 && path.at[path.len - 1] == '/') path.len--;
    return path;
}

/* Where the last name begins. */
static size_t name_start(pag_str path)
{
    size_t at = path.len;
    while (at > 0 && path.at[at - 1] != '/') at--;
    return at;
}

pag_str pag_path_folder(pag_str path)
{
    path = trimmed(path);
    path.len = name_start(path);
    return trimmed(path);
}

bool pag_path_is_document(pag_str path)
{
    return pag_str_ends(path, PAG_STR(".yaml")) || pag_str_ends(path, PAG_STR(".yml"));
}

pag_str pag_path_name(pag_str path)
{
    path = trimmed(path);
    size_t at = name_start(path);
    return at ? (pag_str){path.at + at, path.len - at} : path;
}

static bool same_folder(pag_str a, pag_str b)
{
    struct stat x, y;
    return look_at(a, &x) && look_at(b, &y) && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/* The folder above in `*folder`: the last name is taken off while there is one, then "..", which
 * cannot be taken off, is put on. False at the root, and where there is no looking further. */
static bool step_up(pag_arena *arena, pag_str *folder)
{
    pag_str name = pag_path_name(*folder);
    bool here = folder->len == 0 || pag_str_equal(*folder, PAG_STR("."));
    if (!here && !pag_str_equal(name, PAG_STR(".."))) {
        pag_str above = pag_path_folder(*folder);
        bool root = pag_str_equal(above, *folder) || name.len == 0;
        *folder = above;
        return !root;
    }
    pag_str above = here ? PAG_STR("..") : pag_path_join(arena, *folder, PAG_STR(".."));
    if (above.len >= LONGEST_PATH || same_folder(*folder, above)) return false;
    *folder = above;
    return true;
}

bool pag_path_find_above(pag_arena *arena, pag_str start, pag_str name, pag_str *out)
{
    pag_str folder = trimmed(start);
    if (pag_str_equal(folder, PAG_STR("."))) folder = PAG_STR("");
    do {
        pag_str inner = pag_path_join(arena, folder, name);
        if (pag_path_look(inner) == PAG_PATH_FOLDER) {
            *out = inner;
            return true;
        }
    } while (step_up(arena, &folder));
    return false;
}
