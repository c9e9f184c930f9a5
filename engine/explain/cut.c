/* A tree that would fill many pages ends at figures that have others below them. Each says how many
 * and how it is opened, so that nobody takes it for the whole. */
#include "explain/cut.h"

#include "explain/seen.h"

pag_str pag_cut_text(const pag_view *view, const pag_twig *twig)
{
    pag_text out = {.arena = view->scratch};
    bool many = twig->below > PAG_MOST_BELOW, one = twig->below == 1;
    if (many) pag_text_put(&out, pag_view_say(view, "more than ", "più di "));
    pag_text_whole(&out, many ? PAG_MOST_BELOW : twig->below);
    pag_text_put(&out, one ? pag_view_say(view, " figure below", " cifra sotto")
                           : pag_view_say(view, " figures below", " cifre sotto"));
    pag_str arguments = PAG_STR("");
    if (twig->named) arguments = pag_view_arguments(view, twig->figure);
    if (!arguments.len) return pag_text_str(&out);
    pag_text_put(&out, PAG_STR(": "));
    pag_text_put(&out, arguments);
    return pag_text_str(&out);
}

static const pag_twig *first_cut(const pag_twig *root)
{
    const pag_twig *twig = root;
    while (twig && !twig->below) twig = pag_twig_after(twig);
    return twig;
}

static void put_command(pag_text *out, pag_str said, pag_str command, pag_str option)
{
    if (!command.len) return;
    pag_text_put(out, said);
    pag_text_put(out, command);
    pag_text_put(out, option);
    pag_text_byte(out, '\n');
}

void pag_cut_put_commands(const pag_view *view, pag_text *out, const pag_twig *root)
{
    const pag_twig *cut = first_cut(root);
    if (!cut || view->quiet) return;
    pag_text_byte(out, '\n');
    put_command(out, pag_view_say(view, "What stands below:  ", "Che cosa sta sotto:  "),
                pag_view_command(view, cut->figure), PAG_STR(""));
    put_command(out, pag_view_say(view, "All of the tree:    ", "Tutto l'albero:      "),
                pag_view_command(view, root->figure), PAG_STR(" --depth all"));
}
