/* The floor of reading: libyaml's events of every document, and nothing done with them.
 *
 *     yaml_events secretaries.yaml */
#include "workload.h"

#include <stdbool.h>
#include <stdio.h>
#include <yaml.h>

static size_t read_events(document doc)
{
    yaml_parser_t parser;
    size_t n = 0;
    if (!yaml_parser_initialize(&parser)) workload_stop("libyaml", "no memory");
    yaml_parser_set_input_string(&parser, (const unsigned char *)doc.at, doc.len);
    for (bool more = true; more; n++) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) workload_stop("libyaml", parser.problem);
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return n;
}

int main(int argc, char **argv)
{
    documents docs;
    size_t events = 0, done = 0;
    if (argc != 2) workload_stop("usage", "yaml_events secretaries.yaml");
    workload_documents(argv[1], &docs);
    double start = workload_clock(), seconds = 0;
    while (seconds < WORKLOAD_SECONDS) {
        for (size_t i = 0; i < docs.n; i++) events += read_events(docs.at[i]);
        done += docs.n;
        seconds = workload_clock() - start;
    }
    printf("{\"documents_per_second\": %.1f, \"events\": %zu}\n", (double)done / seconds, events);
    workload_documents_drop(&docs);
    return 0;
}
