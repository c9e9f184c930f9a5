/* Opens and reads. A file is opened without waiting, looked at, and only then read, never further
 * than the caller allows; a descriptor is closed also when the memory for the bytes is refused. */
#include "base/file.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_ROOM = 1 << 16 };

static pag_file_result why_not_opened(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
    case ELOOP: return PAG_FILE_MISSING;
    case EACCES:
    case EPERM: return PAG_FILE_DENIED;
    case ENXIO:
    case ENODEV: return PAG_FILE_NOT_REGULAR;
    case EOVERFLOW: return PAG_FILE_TOO_LARGE;
    default: return PAG_FILE_BROKEN;
    }
}

/* What an open descriptor is; for a regular file its size in `*size`. */
static pag_file_result inspect(int fd, size_t most, size_t *size)
{
    struct stat found;
    if (fstat(fd, &found) != 0) return PAG_FILE_BROKEN;
    if (S_ISDIR(found.st_mode)) return PAG_FILE_FOLDER;
    if (!S_ISREG(found.st_mode)) return PAG_FILE_NOT_REGULAR;
    if (found.st_size < 0 || (uintmax_t)found.st_size > most) return PAG_FILE_TOO_LARGE;
    *size = (size_t)found.st_size;
    return PAG_FILE_READ;
}

/* Up to `room` bytes; 0 at the end; −1 with errno. Waits where a descriptor is not ready, because
 * somebody else may have set it not to wait. */
static ssize_t read_some(int fd, char *at, size_t room)
{
    for (;;) {
        ssize_t n = read(fd, at, room);
        if (n >= 0) return n;
        if (errno == EINTR) continue;
        if (errno != EAGAIN) return -1;
        struct pollfd waiting = {.fd = fd, .events = POLLIN};
        if (poll(&waiting, 1, -1) < 0 && errno != EINTR) return -1;
    }
}

/* Reads to the end. `room` is a guess of the size plus one: the read that finds the end needs a
 * byte of room, and a file may have grown since it was looked at. */
static pag_file_result read_all(pag_arena *arena, int fd, size_t room, size_t most, pag_str *out)
{
    const size_t largest = most < SIZE_MAX ? most + 1 : most;
    char *bytes = pag_arena_alloc(arena, room);
    size_t len = 0;
    for (;;) {
        ssize_t n = read_some(fd, bytes + len, room - len);
        if (n < 0) return errno == EISDIR ? PAG_FILE_FOLDER : PAG_FILE_BROKEN;
        if (n == 0) break;
        len += (size_t)n;
        if (len > most) return PAG_FILE_TOO_LARGE;
        if (len < room) continue;
        room = room > largest / 2 ? largest : room * 2;
        char *larger = pag_arena_alloc(arena, room);
        memcpy(larger, bytes, len);
        bytes = larger;
    }
    *out = (pag_str){bytes, len};
    return PAG_FILE_READ;
}

pag_file_result pag_file_read_descriptor(pag_arena *arena, int fd, size_t most, pag_str *out)
{
    *out = (pag_str){"", 0};
    return read_all(arena, fd, most < FIRST_ROOM ? most + 1 : FIRST_ROOM, most, out);
}

struct reading {
    int fd;
    size_t size;
    pag_file_result result;
};

/* Closes what is open also when the arena gives up, and lets it give up after that. */
static void read_and_close(pag_arena *arena, struct reading *reading, size_t most, pag_str *out)
{
    pag_trap trap;
    pag_trap_set(&trap, arena);
    if (setjmp(trap.jump) == 0) {
        reading->result = read_all(arena, reading->fd, reading->size + 1, most, out);
    }
    pag_trap_clear(&trap);
    close(reading->fd);
    pag_trap_pass_on(&trap);
}

pag_file_result pag_file_read(pag_arena *arena, pag_str path, size_t most, pag_str *out)
{
    *out = (pag_str){"", 0};
    if (pag_str_find(path, '\0') < path.len) return PAG_FILE_MISSING;
    struct reading reading = {0};
    reading.fd = open(pag_arena_copy(arena, path).at, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (reading.fd < 0) return why_not_opened(errno);
    reading.result = inspect(reading.fd, most, &reading.size);
    if (reading.result == PAG_FILE_READ) {
        read_and_close(arena, &reading, most, out);
    } else {
        close(reading.fd);
    }
    return reading.result;
}
