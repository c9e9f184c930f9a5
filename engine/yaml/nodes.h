/* The nodes that are being made of events. A refusal does not stop it: what was refused is replaced
 * by something harmless, so that the errors behind it are found too. */
#ifndef PAG_YAML_NODES_H
#define PAG_YAML_NODES_H

#include "yaml/inside.h"

/* A list or map that is still open. */
typedef struct pag_yaml_frame {
    pag_node *node;
    size_t first;   /* of its children among the pending */
    size_t from;    /* its offset in the file */
    bool wants_key; /* a map before a key; else a list, or a map before a value */
    bool is_key;    /* stands where a key must, and was refused */
    bool brackets;  /* written with [] or {} */
} pag_yaml_frame;

typedef struct pag_yaml_nodes {
    pag_yaml_file *file;
    pag_arena *scratch;
    const yaml_event_t *event; /* the one being taken */
    pag_yaml_frame frames[PAG_YAML_MOST_DEPTH];
    size_t depth, made;
    pag_pair *pending; /* children of the open lists and maps; an item has no key */
    size_t count, room;
    pag_yaml_value before;
    size_t doubt; /* the offset of a text that lacks a blank, if `doubted` */
    bool doubted;
    const pag_node *root;
    bool over; /* the document is complete, or a limit ends the reading */
} pag_yaml_nodes;

/* Takes the next event, borrowed for the call. */
void pag_yaml_take(pag_yaml_nodes *nodes, const yaml_event_t *event);
/* The offset of the innermost bracket that is open, or NOWHERE. */
size_t pag_yaml_open_bracket(const pag_yaml_nodes *nodes);
/* No event will come any more: looks at the keys of the maps that stay open. */
void pag_yaml_leave(pag_yaml_nodes *nodes);

#endif
