/* Writes JSON to a sink, keys in the order they are given, nothing between the tokens unless
 * `lines` asks for it; the line ends when the outermost object or array does, so several make one
 * object a line.
 *
 *     pag_json json = {.sink = sink};
 *     pag_json_begin_object(&json);
 *     pag_json_key(&json, PAG_STR("code"));
 *     pag_json_string(&json, PAG_STR("E0305"));
 *     pag_json_end_object(&json);            // {"code":"E0305"} and the end of the line
 *
 * Amounts are written as strings. A sink that failed is noticed by looking at the sink. */
#ifndef PAG_BASE_JSON_H
#define PAG_BASE_JSON_H

#include "base/text.h"

enum { PAG_JSON_MOST_DEPTH = 63 };

/* Starts as {.sink = sink}; the rest, but for `lines`, is the writer's own. */
typedef struct pag_json {
    pag_sink *sink;
    unsigned depth;
    uint64_t filled; /* bit d: something stands already in the container at depth d */
    bool after_key;
    bool lines; /* set by the caller: each value on a line of its own, for files that people open */
} pag_json;

void pag_json_begin_object(pag_json *json);
void pag_json_end_object(pag_json *json);
void pag_json_begin_array(pag_json *json);
void pag_json_end_array(pag_json *json);
void pag_json_key(pag_json *json, pag_str key);

/* UTF-8 stays as it is; quotes, backslashes, control characters (DEL and U+0080–U+009F too) and the
 * separators U+2028 and U+2029 are escaped; a byte that is no UTF-8 becomes U+FFFD. */
void pag_json_string(pag_json *json, pag_str text);
void pag_json_whole(pag_json *json, int64_t n);
/* A decimal as it is written, "-8.5", where a whole does not do; exact as long as nobody reads it
 * as a binary one. */
void pag_json_decimal(pag_json *json, pag_str digits);
void pag_json_bool(pag_json *json, bool value);
void pag_json_null(pag_json *json);

/* A key and its value in one go. */
void pag_json_put_string(pag_json *json, pag_str key, pag_str text);
void pag_json_put_whole(pag_json *json, pag_str key, int64_t n);
void pag_json_put_bool(pag_json *json, pag_str key, bool value);

#endif
