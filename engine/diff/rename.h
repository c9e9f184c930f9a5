/* Names that the second pack only calls otherwise: functions, tables and values of a file, and
 * cells. The second pack is read with these names taken back, so a new name is one edit and no
 * other. */
#ifndef PAG_DIFF_RENAME_H
#define PAG_DIFF_RENAME_H

#include "diff/tree.h"

typedef struct pag_rename {
    bool cell;    /* named as a field and in texts; else a name of the file */
    bool said;    /* the text behind the word for a table, which messages call it by */
    pag_str from; /* in the first pack */
    pag_str to;   /* in the second */
    bool given;   /* a cell that evaluations name: in them it is called otherwise too */
    pag_str path; /* of a cell, by names of the first: "office.member.pay"; else `from` */
    bool good;    /* the names are free for it */
    bool whole;   /* titles apart, nothing else of it is another */
    const pag_branch *sides[2];
    const pag_branch *parent; /* of the second, that the entry stands in */
} pag_rename;

struct pag_renames {
    size_t n, room;
    pag_rename *at;
};

/* What a piece names. */
typedef enum pag_naming {
    PAG_NAMES_NOTHING,
    PAG_NAMES_LOCAL, /* a function, a table or a value of the file */
    PAG_NAMES_CELL,  /* behind a dot */
    PAG_NAMES_KEY,   /* in front of `=` within braces: a cell, or something else */
    PAG_NAMES_TEXT,  /* cells that a text names: "office.pay", "… {pay} …" */
    PAG_NAMES_SAID   /* what a table is called by in messages */
} pag_naming;
/* For each of n pieces of a whole file. */
const pag_naming *pag_pieces_naming(pag_arena *arena, const pag_piece *pieces, size_t n);
/* Whether the piece, which names that, has the name in it. */
bool pag_piece_has(const pag_piece *piece, pag_naming naming, const pag_rename *rename,
                   pag_str name);

#endif
