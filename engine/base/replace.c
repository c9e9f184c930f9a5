/* Writing a file as a whole: into a new one beside it, which takes its place when all is there. */
#include "base/file.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int fd, pag_str bytes)
{
    while (bytes.len) {
        ssize_t n = write(fd, bytes.at, bytes.len);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        bytes = (pag_str){bytes.at + n, bytes.len - (size_t)n};
    }
    return fsync(fd) == 0;
}

static bool fill(const char *path, pag_str bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) return false;
    bool written = write_all(fd, bytes);
    written = close(fd) == 0 && written;
    if (!written) (void)unlink(path);
    return written;
}

/* ".path.1234.pagella", in the same folder: it can then be renamed. */
static pag_str beside(pag_arena *arena, pag_str path)
{
    pag_text name = {.arena = arena};
    pag_text_byte(&name, '.');
    pag_text_put(&name, pag_path_name(path));
    pag_text_byte(&name, '.');
    pag_text_whole(&name, (int64_t)getpid());
    pag_text_put(&name, PAG_STR(".pagella"));
    return pag_path_join(arena, pag_path_folder(path), pag_text_str(&name));
}

bool pag_file_write(pag_arena *arena, pag_str path, pag_str bytes)
{
    pag_path_kind kind = pag_path_look(path);
    bool possible = path.len && pag_str_find(path, '\0') == path.len &&
                    (kind == PAG_PATH_FILE || kind == PAG_PATH_NONE);
    if (!possible) return false;
    const char *target = pag_arena_copy(arena, path).at;
    const char *new = beside(arena, path).at;
    if (!fill(new, bytes)) return false;
    if (rename(new, target) == 0) return true;
    (void)unlink(new);
    return false;
}
