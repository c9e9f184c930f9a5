/* The empty evaluation that new-year leaves for the rules it has written. */
#ifndef PAG_CLI_NEW_FORM_H
#define PAG_CLI_NEW_FORM_H

#include "cli/cli.h"
#include "renew/renew.h"

typedef struct pag_new_form {
    pag_str path; /* empty: there are no plans/ for it to stand in */
    bool there;   /* something has that name already, and stays as it is */
    bool written;
    pag_text left; /* what was left for editors, for people */
} pag_new_form;

/* Where it goes; writes nothing. */
void pag_cli_new_form_place(pag_arena *arena, const pag_renewal *renewal, pag_new_form *out);
/* Writes it there, and what editors need; what fails is told in `diags`. */
void pag_cli_new_form_write(pag_cli *cli, pag_arena *arena, pag_diagnostics *diags,
                            const pag_renewal *renewal, pag_new_form *out);

#endif
