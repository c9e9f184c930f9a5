/* Everything wrong or doubtful in packs, libraries, plans and evaluations, in one go. Evaluations
 * are evaluated too, and plans are judged by the packs that are written for them. Findings go to a
 * sink as they are found.
 *
 *     pag_check check = {.loader = &loader, .keep = &keep, .each = &each, .style = style, .sink =
 * out}; pag_check_path(&check, path, -1); return pag_check_status(&check);
 */
#ifndef PAG_CHECK_CHECK_H
#define PAG_CHECK_CHECK_H

#include "check/loader.h"

/* A pack with values that are still to be confirmed. */
typedef struct pag_unconfirmed {
    const pag_loaded_pack *pack;
    bool named; /* whoever asked named this pack */
    size_t n;
    const pag_doubt **doubts;
} pag_unconfirmed;

typedef struct pag_check {
    pag_loader *loader;
    pag_arena *keep; /* until the end */
    pag_arena *each; /* reset after each file */
    pag_diag_style style;
    pag_sink *sink;
    size_t packs, libraries, plans, evaluations; /* that were looked at */
    size_t others;                               /* files that are none of these */
    size_t met;                                  /* all of them, again each time they are named */
    size_t errors, warnings, acknowledged;
    size_t standing;   /* warnings that rules give of every evaluation */
    bool shown;        /* those were */
    pag_status worst;  /* of what was found; PAG_OK: no error */
    bool named;        /* the path being checked is a pack or one of its files */
    size_t to_confirm; /* places in rules; nothing is wrong with them, so they change no status */
    size_t n_unconfirmed, room_unconfirmed;
    pag_unconfirmed *unconfirmed; /* packs, in the order they were met */
    size_t n_told, room_told;
    uint64_t *told; /* of what has been told and met: a plan is also read by its pack */
} pag_check;

/* A file or a folder. A folder with rules/ or plans/ in it stands for these; any other for the
 * packs (folders with pack.lua), the libraries (*.lua in a folder lib) and the YAML files below it.
 * A rule file that belongs to a pack stands for the pack. What was checked before is not checked
 * again; rules and documents that are never read, by their place or name, are told. `fd`: an open
 * descriptor to read a YAML document from, or −1. */
void pag_check_path(pag_check *check, pag_str path, int fd);
/* The rules/ and plans/ found from `start` upwards. */
void pag_check_tree(pag_check *check, pag_str start);

/* PAG_FINDINGS when there are unacknowledged warnings and no errors. */
pag_status pag_check_status(const pag_check *check);

#endif
