/* The smallest pieces of a rule file. The spellings stand here once: the lexer reads by them, and
 * messages show them. */
#ifndef PAG_SCRIPT_TOKEN_H
#define PAG_SCRIPT_TOKEN_H

#include "diag/source.h"

#define PAG_KEYWORDS(X)                                                                            \
    X(AND, "and")                                                                                  \
    X(BREAK, "break")                                                                              \
    X(DO, "do")                                                                                    \
    X(ELSE, "else")                                                                                \
    X(ELSEIF, "elseif")                                                                            \
    X(END, "end")                                                                                  \
    X(FALSE, "false")                                                                              \
    X(FOR, "for")                                                                                  \
    X(FUNCTION, "function")                                                                        \
    X(GOTO, "goto")                                                                                \
    X(IF, "if")                                                                                    \
    X(IN, "in")                                                                                    \
    X(LOCAL, "local")                                                                              \
    X(NIL, "nil")                                                                                  \
    X(NOT, "not")                                                                                  \
    X(OR, "or")                                                                                    \
    X(REPEAT, "repeat")                                                                            \
    X(RETURN, "return")                                                                            \
    X(THEN, "then")                                                                                \
    X(TRUE, "true")                                                                                \
    X(UNTIL, "until")                                                                              \
    X(WHILE, "while")

/* A longer sign stands before those it begins with. */
#define PAG_SIGNS(X)                                                                               \
    X(DOTS, "...")                                                                                 \
    X(CONCAT, "..")                                                                                \
    X(EQUAL, "==")                                                                                 \
    X(UNEQUAL, "~=")                                                                               \
    X(LESS_EQUAL, "<=")                                                                            \
    X(MORE_EQUAL, ">=")                                                                            \
    X(SHIFT_LEFT, "<<")                                                                            \
    X(SHIFT_RIGHT, ">>")                                                                           \
    X(FLOOR, "//")                                                                                 \
    X(LABEL, "::")                                                                                 \
    X(DOT, ".")                                                                                    \
    X(ASSIGN, "=")                                                                                 \
    X(TILDE, "~")                                                                                  \
    X(LESS, "<")                                                                                   \
    X(MORE, ">")                                                                                   \
    X(DIVIDE, "/")                                                                                 \
    X(COLON, ":")                                                                                  \
    X(PLUS, "+")                                                                                   \
    X(MINUS, "-")                                                                                  \
    X(TIMES, "*")                                                                                  \
    X(MODULO, "%")                                                                                 \
    X(POWER, "^")                                                                                  \
    X(LENGTH, "#")                                                                                 \
    X(BIT_AND, "&")                                                                                \
    X(BIT_OR, "|")                                                                                 \
    X(OPEN, "(")                                                                                   \
    X(CLOSE, ")")                                                                                  \
    X(OPEN_BRACE, "{")                                                                             \
    X(CLOSE_BRACE, "}")                                                                            \
    X(OPEN_SQUARE, "[")                                                                            \
    X(CLOSE_SQUARE, "]")                                                                           \
    X(SEMICOLON, ";")                                                                              \
    X(COMMA, ",")

typedef enum pag_token_kind {
    PAG_T_NAME, /* also the kind of a symbol that is no keyword */
    PAG_T_STRING,
    PAG_T_NUMBER,
    PAG_T_FINISH, /* the end of the file, and all there is after a refusal that stops */
#define X(name, text) PAG_T_##name,
    PAG_KEYWORDS(X) PAG_SIGNS(X)
#undef X
        PAG_T_KINDS
} pag_token_kind;

typedef struct pag_token {
    pag_token_kind kind;
    bool refused;         /* something of it was refused already: say no more about it */
    uint32_t symbol;      /* of a name or keyword */
    uint32_t offset, end; /* its bytes in the source */
    uint32_t line, column;
    uint32_t stop_column; /* after its last character on its first line */
    uint32_t order;       /* the how-manieth token of the file it is */
} pag_token;

/* The spelling of a keyword or sign; empty for the others. */
pag_str pag_token_text(pag_token_kind kind);

#endif
