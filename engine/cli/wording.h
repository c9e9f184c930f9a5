/* How the tables of the vocabulary are written. Not for others. */
#ifndef PAG_CLI_WORDING_H
#define PAG_CLI_WORDING_H

#include "cli/vocabulary.h"

#define WORD(text)                                                                                 \
    {                                                                                              \
        (text), sizeof(text) - 1                                                                   \
    }
#define BOTH(en, it)                                                                               \
    {                                                                                              \
        WORD(en), WORD(it)                                                                         \
    }
#define BIT(number) (UINT64_C(1) << (number))
#define EVERYWHERE                                                                                 \
    (BIT(PAG_OPTION_LANG) | BIT(PAG_OPTION_COLOR) | BIT(PAG_OPTION_HELP) | BIT(PAG_OPTION_VERSION))
#define WORKING (EVERYWHERE | BIT(PAG_OPTION_RULES) | BIT(PAG_OPTION_JSON) | BIT(PAG_OPTION_QUIET))

#endif
