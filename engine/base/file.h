/* Reading a whole file, writing one, and looking at the tree of files. Regular files only, never
 * larger than asked; a FIFO or a device is refused without waiting for it. Says what went wrong as
 * a reason; telling people is the caller's work. */
#ifndef PAG_BASE_FILE_H
#define PAG_BASE_FILE_H

#include "base/arena.h"

typedef enum pag_file_result {
    PAG_FILE_READ,
    PAG_FILE_MISSING,
    PAG_FILE_DENIED,
    PAG_FILE_FOLDER,
    PAG_FILE_NOT_REGULAR, /* a FIFO, a socket, a device */
    PAG_FILE_TOO_LARGE,
    PAG_FILE_BROKEN /* the system failed while reading */
} pag_file_result;

/* The bytes of the file at `path` in `*out`, in the arena. `*out` is empty after a failure.
 * "-" is not special here. */
pag_file_result pag_file_read(pag_arena *arena, pag_str path, size_t most, pag_str *out);
/* The same from an open descriptor (standard input), which may be a pipe. */
pag_file_result pag_file_read_descriptor(pag_arena *arena, int fd, size_t most, pag_str *out);

typedef enum pag_path_kind {
    PAG_PATH_NONE,
    PAG_PATH_FILE,
    PAG_PATH_FOLDER,
    PAG_PATH_OTHER
} pag_path_kind;
pag_path_kind pag_path_look(pag_str path); /* follows links; "" is "." */

/* Whether both paths lead to one thing that exists. */
bool pag_path_same(pag_str a, pag_str b);

/* The names in a folder without "." and "..", sorted by bytes; an unreadable folder has none. */
size_t pag_folder_list(pag_arena *arena, pag_str path, pag_str **names);

/* "a/b" and "c" make "a/b/c"; "" and "c" make "c"; an absolute `name` stays alone. */
pag_str pag_path_join(pag_arena *arena, pag_str folder, pag_str name);
/* "a/b.yaml" → "a"; "b.yaml" → "". */
pag_str pag_path_folder(pag_str path);
/* "a/b.yaml" → "b.yaml". */
pag_str pag_path_name(pag_str path);
/* Whether it ends as files of YAML do. */
bool pag_path_is_document(pag_str path);
/* The nearest folder at `start` or above it that holds a folder called `name`; returns the path of
 * that inner folder, as short as `start` was written ("rules", "../rules", "/x/rules"). */
bool pag_path_find_above(pag_arena *arena, pag_str start, pag_str name, pag_str *out);

#endif
