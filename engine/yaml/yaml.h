/* Strict YAML: bytes become nodes with positions. The only room that knows libyaml.
 *
 * Scalars stay text; what they mean is decided by the declared type that reads them. Refused, each
 * with its own code and place: bytes that are not UTF-8 (with a hint when they look like
 * Windows-1252), UTF-16, NUL, NEL/LS/PS as line breaks, tabs in the indentation, tags, anchors,
 * aliases, merge keys, duplicate keys, keys that are no plain text, a second document, an empty
 * file, and what is over a limit. */
#ifndef PAG_YAML_YAML_H
#define PAG_YAML_YAML_H

#include "diag/diag.h"

enum {
    PAG_YAML_MOST_BYTES = 8 << 20,
    PAG_YAML_MOST_DEPTH = 32,
    PAG_YAML_MOST_SCALAR = 64 << 10,
    PAG_YAML_MOST_KEY = 256,
    PAG_YAML_MOST_NODES = 1000 * 1000, /* so that 8 MiB of "[a,a,a" stay within a second */
    PAG_YAML_MOST_ERRORS = 100         /* told of one file; then reading stops */
};

typedef enum pag_node_kind { PAG_NODE_SCALAR, PAG_NODE_LIST, PAG_NODE_MAP } pag_node_kind;

typedef struct pag_node pag_node;
typedef struct pag_pair {
    pag_str key;
    pag_pos key_pos;
    const pag_node *value; /* never NULL: a key without value has an empty plain scalar */
} pag_pair;

struct pag_node {
    pag_node_kind kind;
    pag_pos pos;
    bool plain;   /* a scalar written without quotes */
    pag_str text; /* of a scalar */
    size_t count; /* of items or pairs */
    const pag_node *const *items;
    const pag_pair *pairs; /* in the order of the file */
};

/* The document in `source` (registered with the diagnostics' sources), in the arena. All errors
 * that can be told apart in one go are added to `diags`. PAG_OK with the root in `*out`; else
 * PAG_INVALID, PAG_LIMIT or PAG_NOMEM and `*out` is NULL. `out` root may be any kind of node.
 * An allocation that fails inside libyaml is PAG_NOMEM too; libyaml uses the C heap. */
pag_status pag_yaml_read(pag_arena *arena, pag_diagnostics *diags, uint32_t source,
                         const pag_node **out);

/* The value of `key` in a map, or NULL. */
const pag_node *pag_node_get(const pag_node *map, pag_str key);

#endif
