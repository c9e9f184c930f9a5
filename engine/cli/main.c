/* Where the program begins. */
#include "cli/cli.h"

int main(int argc, char **argv)
{
    return pag_cli_run(argc, argv);
}
