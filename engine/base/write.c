/* New files and folders. The name is taken before anything is written, so that two programs cannot
 * write one file. */
#include "base/write.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static pag_write_result why_not(int error)
{
    switch (error) {
    case EEXIST: return PAG_WRITE_EXISTS;
    case ENOENT:
    case ENOTDIR: return PAG_WRITE_MISSING;
    case EACCES:
    case EPERM:
    case EROFS: return PAG_WRITE_DENIED;
    case ENOSPC:
    case EDQUOT: return PAG_WRITE_FULL;
    default: return PAG_WRITE_BROKEN;
    }
}

static pag_write_result write_all(int fd, pag_str bytes)
{
    size_t at = 0;
    while (at < bytes.len) {
        ssize_t n = write(fd, bytes.at + at, bytes.len - at);
        if (n < 0 && errno != EINTR) return why_not(errno);
        if (n > 0) at += (size_t)n;
    }
    return PAG_WRITE_DONE;
}

pag_write_result pag_file_write_new(pag_arena *arena, pag_str path, pag_str bytes)
{
    const char *name = pag_arena_copy(arena, path).at;
    int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) return why_not(errno);
    pag_write_result result = write_all(fd, bytes);
    bool closed = close(fd) == 0; /* a disk that is full may say so only now */
    if (result == PAG_WRITE_DONE && !closed) result = why_not(errno);
    if (result != PAG_WRITE_DONE) (void)unlink(name);
    return result;
}

bool pag_folder_create(pag_arena *arena, pag_str path)
{
    for (size_t end = 1; end <= path.len; end++) {
        if (end < path.len && path.at[end] != '/') continue;
        (void)mkdir(pag_arena_copy(arena, (pag_str){path.at, end}).at, 0777);
    }
    return pag_path_look(path) == PAG_PATH_FOLDER;
}
