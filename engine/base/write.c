/* Files and folders. A name is taken by a link or a rename, which are there or not there; bytes
 * are handed to the disk before. The folder above is synced where the system can do that. */
#include "base/write.h"
#include "base/file.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_TRIES = 1000, FILE_MODE = 0666, FOLDER_MODE = 0777 };

static pag_write_result why_not(int error)
{
    switch (error) {
    case EEXIST:
    case ENOTEMPTY: return PAG_WRITE_EXISTS;
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
    case ELOOP: return PAG_WRITE_MISSING;
    case EACCES:
    case EPERM:
    case EROFS: return PAG_WRITE_DENIED;
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return PAG_WRITE_FULL;
    default: return PAG_WRITE_BROKEN;
    }
}

static bool is_there(const char *path)
{
    struct stat found;
    return lstat(path, &found) == 0;
}

/* --- bytes --- */

static bool write_all(int fd, pag_str bytes)
{
    size_t done = 0;
    while (done < bytes.len) {
        ssize_t n = write(fd, bytes.at + done, bytes.len - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        done += (size_t)n;
    }
    return true;
}

/* A file that is new under this very name; removed again when it does not get all its bytes. */
static pag_write_result create(const char *path, pag_str bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, FILE_MODE);
    if (fd < 0) return why_not(errno);
    bool written = write_all(fd, bytes) && fsync(fd) == 0;
    int error = errno;
    if (close(fd) != 0 && written) {
        written = false;
        error = errno;
    }
    if (written) return PAG_WRITE_DONE;
    (void)unlink(path);
    return why_not(error);
}

/* Its names reach the disk; some systems cannot do that for folders. */
static void sync_folder(pag_arena *arena, pag_str path)
{
    pag_str name = path.len ? path : PAG_STR(".");
    int fd = open(pag_arena_copy(arena, name).at, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    (void)fsync(fd);
    (void)close(fd);
}

/* --- names beside a path --- */

/* "a/b.yaml" → "a/.b.yaml.new-7" */
static pag_str hidden_name(pag_arena *arena, pag_str path, int64_t number)
{
    pag_text out = {.arena = arena};
    pag_str folder = pag_path_folder(path);
    if (folder.len) pag_text_put(&out, folder);
    if (folder.len && !pag_str_ends(folder, PAG_STR("/"))) pag_text_byte(&out, '/');
    pag_text_byte(&out, '.');
    pag_text_put(&out, pag_path_name(path));
    pag_text_put(&out, PAG_STR(".new-"));
    pag_text_whole(&out, number);
    return pag_arena_copy(arena, pag_text_str(&out));
}

/* Where no second name can be given (some network and memory-stick file systems), the name is taken
 * by an empty file of our own, which the finished one then replaces. */
static pag_write_result move_without_link(const char *from, const char *path)
{
    pag_write_result claimed = create(path, (pag_str){"", 0});
    if (claimed != PAG_WRITE_DONE || rename(from, path) == 0) return claimed;
    pag_write_result why = why_not(errno);
    (void)unlink(path);
    return why;
}

static pag_write_result give_name(const char *from, const char *path)
{
    if (link(from, path) == 0) return PAG_WRITE_DONE;
    bool cannot = errno == EPERM || errno == ENOTSUP || errno == ENOSYS || errno == EMLINK;
    return cannot ? move_without_link(from, path) : why_not(errno);
}

/* All bytes, in a new file under a hidden name beside the path. */
static pag_write_result put_beside(pag_arena *arena, pag_str path, pag_str bytes, pag_str *hidden)
{
    pag_write_result result = PAG_WRITE_EXISTS;
    for (int64_t i = 0; i < MOST_TRIES && result == PAG_WRITE_EXISTS; i++) {
        *hidden = hidden_name(arena, path, i);
        result = create(hidden->at, bytes);
    }
    return result;
}

pag_write_result pag_file_write_new(pag_arena *arena, pag_str path, pag_str bytes)
{
    pag_str whole = pag_arena_copy(arena, path), hidden;
    if (!path.len || strlen(whole.at) != whole.len) return PAG_WRITE_MISSING;
    if (is_there(whole.at)) return PAG_WRITE_EXISTS;
    pag_write_result result = put_beside(arena, path, bytes, &hidden);
    if (result != PAG_WRITE_DONE) return result;
    result = give_name(hidden.at, whole.at);
    (void)unlink(hidden.at);
    sync_folder(arena, pag_path_folder(path));
    return result;
}

pag_write_result pag_file_replace(pag_arena *arena, pag_str path, pag_str bytes)
{
    pag_path_kind kind = pag_path_look(path);
    pag_str whole = pag_arena_copy(arena, path), hidden;
    if (!path.len || strlen(whole.at) != whole.len) return PAG_WRITE_MISSING;
    if (kind != PAG_PATH_FILE && kind != PAG_PATH_NONE) return PAG_WRITE_EXISTS;
    pag_write_result result = put_beside(arena, path, bytes, &hidden);
    if (result != PAG_WRITE_DONE) return result;
    if (rename(hidden.at, whole.at) != 0) {
        result = why_not(errno);
        (void)unlink(hidden.at);
    }
    sync_folder(arena, pag_path_folder(path));
    return result;
}

/* --- folders --- */

pag_write_result pag_new_folder_begin(pag_arena *arena, pag_str path, pag_new_folder *out)
{
    pag_str whole = pag_arena_copy(arena, path);
    *out = (pag_new_folder){whole, {"", 0}};
    if (!path.len || strlen(whole.at) != whole.len) return PAG_WRITE_MISSING;
    if (is_there(whole.at)) return PAG_WRITE_EXISTS;
    for (int64_t i = 0; i < MOST_TRIES; i++) {
        pag_str hidden = hidden_name(arena, path, i);
        if (mkdir(hidden.at, FOLDER_MODE) == 0) {
            out->temporary = hidden;
            return PAG_WRITE_DONE;
        }
        if (errno != EEXIST) return why_not(errno);
    }
    return PAG_WRITE_BROKEN;
}

pag_write_result pag_new_folder_put(pag_arena *arena, const pag_new_folder *folder, pag_str name,
                                    pag_str bytes)
{
    return create(pag_path_join(arena, folder->temporary, name).at, bytes);
}

/* The folder itself and, once it has its name, the one above it. */
static void sync_open(int fd)
{
    if (fd < 0) return;
    (void)fsync(fd);
    (void)close(fd);
}

pag_write_result pag_new_folder_keep(pag_new_folder *folder)
{
    const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
    if (is_there(folder->path.at)) return PAG_WRITE_EXISTS; /* an empty one would be replaced */
    int inside = open(folder->temporary.at, flags);
    if (inside < 0) return why_not(errno);
    int above = openat(inside, "..", flags);
    (void)fsync(inside);
    pag_write_result result = PAG_WRITE_DONE;
    if (rename(folder->temporary.at, folder->path.at) != 0) result = why_not(errno);
    (void)close(inside);
    sync_open(above);
    if (result == PAG_WRITE_DONE) folder->temporary = (pag_str){"", 0};
    return result;
}

void pag_new_folder_drop(pag_new_folder *folder)
{
    if (!folder->temporary.len) return;
    DIR *files = opendir(folder->temporary.at);
    for (struct dirent *entry; files && (entry = readdir(files));) {
        bool dots = !strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..");
        if (!dots) (void)unlinkat(dirfd(files), entry->d_name, 0);
    }
    if (files) (void)closedir(files);
    (void)rmdir(folder->temporary.at);
    folder->temporary = (pag_str){"", 0};
}

bool pag_folder_create(pag_arena *arena, pag_str path)
{
    for (size_t end = 1; end <= path.len; end++) {
        if (end < path.len && path.at[end] != '/') continue;
        (void)mkdir(pag_arena_copy(arena, (pag_str){path.at, end}).at, FOLDER_MODE);
    }
    return pag_path_look(path) == PAG_PATH_FOLDER;
}
