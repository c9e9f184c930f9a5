/* The result of one evaluation for machines: one object on one line, schema "pagella.result/1".
 *
 *   {"schema":"pagella.result/1","engine":"0.1.0","pack":{"name":"x/2023","sha256":"…"},
 *    "file":"plans/x/2023.yaml","period":{"from":"2023-01-01","to":"2023-12-31"},"example":true,
 *    "draft":false,"acknowledged":[{"code":"W0213","because":"…"}],"figures":[…]}
 *
 * A figure: {"figure":"fund.member.pay","for":["fund","anna"],"name":"Anna","title":"Pay",
 * "value":"3454.25","unit":"EUR","payable":true,"origin":"computed"}. `for` are the ids from the
 * subject to the entry; `unit` and `origin` are the words of view.h. Every figure is there but
 * lists; of a sheet, each mark by itself ("fund.member.marks.care"). An evaluation without period
 * has "period":null. A figure that rests on values of the rules still to be confirmed also has
 * "withheld":true (then "value":null) or false, and "doubts":[{"why","file","line"}]; with
 * "draft":true nothing is withheld. Where the words of a choice have titles, "value" is the word
 * and "value_title" after it what people read. Values are texts as pag_value_plain writes them. */
#ifndef PAG_EXPLAIN_RESULT_JSON_H
#define PAG_EXPLAIN_RESULT_JSON_H

#include "base/json.h"
#include "explain/view.h"

/* The result must be without errors. */
void pag_result_json_write(const pag_view *view, pag_sink *sink);

/* The keys from "engine" to "acknowledged", in an object that has been begun. */
void pag_result_json_head(const pag_view *view, pag_json *json);
/* The keys from "figure" on of a figure, or of its sheet's mark `mark` (SIZE_MAX: the figure).
 */
void pag_result_json_figure(const pag_view *view, pag_json *json, const pag_figure *figure,
                            size_t mark);

#endif
