/* Writing wholly or not at all: a file, or a folder of files. What exists is never written over,
 * but by what says that it replaces. The bytes go under a hidden name beside the place they are
 * for, are handed to the disk, and only then get their name; so whoever looks sees all or nothing.
 * Says what went wrong as a reason; telling people is the caller's work. */
#ifndef PAG_BASE_WRITE_H
#define PAG_BASE_WRITE_H

#include "base/arena.h"

typedef enum pag_write_result {
    PAG_WRITE_DONE,
    PAG_WRITE_EXISTS,  /* something has that name already */
    PAG_WRITE_MISSING, /* there is no such folder to write in */
    PAG_WRITE_DENIED,  /* not allowed, or a disk that can only be read */
    PAG_WRITE_FULL,    /* no room on the disk */
    PAG_WRITE_BROKEN   /* the system failed while writing */
} pag_write_result;

/* A new file with these bytes. Nothing is left of it unless PAG_WRITE_DONE. */
pag_write_result pag_file_write_new(pag_arena *arena, pag_str path, pag_str bytes);

/* The same, also in the place of a regular file, which is untouched unless PAG_WRITE_DONE. */
pag_write_result pag_file_replace(pag_arena *arena, pag_str path, pag_str bytes);

/* A folder on its way. Until it is kept it stands in `temporary`, beside its place, where files can
 * be put and read; one of keep and drop ends it. Neither allocates.
 *
 *     pag_new_folder folder;
 *     if (pag_new_folder_begin(arena, path, &folder) == PAG_WRITE_DONE) {
 *         … pag_new_folder_put(arena, &folder, name, bytes) …
 *         if (all went well) result = pag_new_folder_keep(&folder);
 *     }
 *     pag_new_folder_drop(&folder);            // does nothing when it was kept */
typedef struct pag_new_folder {
    pag_str path, temporary; /* each followed by a zero byte; `temporary` empty: there is none */
} pag_new_folder;
pag_write_result pag_new_folder_begin(pag_arena *arena, pag_str path, pag_new_folder *out);
pag_write_result pag_new_folder_put(pag_arena *arena, const pag_new_folder *folder, pag_str name,
                                    pag_str bytes);
/* Gives the folder its name; after a failure it is still to be dropped. */
pag_write_result pag_new_folder_keep(pag_new_folder *folder);
void pag_new_folder_drop(pag_new_folder *folder);

/* The folder, and those above it that are missing. True when it is there in the end. */
bool pag_folder_create(pag_arena *arena, pag_str path);

#endif
