/* Writing what was not there before. What exists is never written over. Says what went wrong as a
 * reason; telling people is the caller's work. */
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

/* The folder, and those above it that are missing. True when it is there in the end. */
bool pag_folder_create(pag_arena *arena, pag_str path);

#endif
