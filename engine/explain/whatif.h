/* `explain --what-if`: what would have led to the next band, as text and for machines. */
#ifndef PAG_EXPLAIN_WHATIF_H
#define PAG_EXPLAIN_WHATIF_H

#include "explain/view.h"
#include "turn/change.h"

/* Heading, then for each band that the figure rests on the nearest changes, five at most for each
 * neighbour. */
void pag_whatif_write(const pag_view *view, const pag_whatif *whatif, pag_sink *sink);

/* One object on one line, schema "pagella.whynot/1": the keys of pagella.result/1 up to
 * "acknowledged", "figure" (with the keys it has there), "left", and
 *   "rests_on":[{"figure","table","score","row","inputs","complete","goals"}]
 *   a goal: {"above","row","because","not_zero","refused","changes":[…],"together":change or null}
 *   a change: {"nearest","shifts":[{"input","from","to","steps","share"}],"asked","paid":[…]}
 *   what becomes of a figure: {"figure","for","before","after","difference","withheld"}
 * "complete": of each input that is touched (rules/README.md says which are not) all values were
 * tried, or are known not to lead there.
 * "from" is null where nothing is written now, and of a mark that is "na".
 * A row is {"number","low","high","gives"}. Values are texts as in pagella.result/1; of what is
 * withheld they are null. */
void pag_whatif_write_json(const pag_view *view, const pag_whatif *whatif, pag_sink *sink);

#endif
