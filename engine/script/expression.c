/* Values: operands and operators, with Lua's priorities. Refuses the operators a rule has no use
 * for, and the comparisons that can be wrong without anybody noticing. */
#include "script/parser.h"

enum { UNARY_PRIORITY = 12, MOST_OPERAND = 40 };

/* How strongly an operator binds to its left and to its right; 0: no binary operator. */
static const struct priority {
    unsigned char left, right;
} priorities[PAG_T_KINDS] = {
    [PAG_T_OR] = {1, 1},          [PAG_T_AND] = {2, 2},        [PAG_T_LESS] = {3, 3},
    [PAG_T_MORE] = {3, 3},        [PAG_T_LESS_EQUAL] = {3, 3}, [PAG_T_MORE_EQUAL] = {3, 3},
    [PAG_T_EQUAL] = {3, 3},       [PAG_T_UNEQUAL] = {3, 3},    [PAG_T_BIT_OR] = {4, 4},
    [PAG_T_TILDE] = {5, 5},       [PAG_T_BIT_AND] = {6, 6},    [PAG_T_SHIFT_LEFT] = {7, 7},
    [PAG_T_SHIFT_RIGHT] = {7, 7}, [PAG_T_CONCAT] = {9, 8},     [PAG_T_PLUS] = {10, 10},
    [PAG_T_MINUS] = {10, 10},     [PAG_T_TIMES] = {11, 11},    [PAG_T_DIVIDE] = {11, 11},
    [PAG_T_FLOOR] = {11, 11},     [PAG_T_MODULO] = {11, 11},   [PAG_T_POWER] = {14, 13},
};

static bool is_constant(pag_token_kind kind)
{
    return kind == PAG_T_NIL || kind == PAG_T_TRUE || kind == PAG_T_FALSE;
}

static void judge_operator(pag_parser *p, const pag_token *sign)
{
    bool refused = sign->kind == PAG_T_FLOOR || sign->kind == PAG_T_MODULO ||
                   sign->kind == PAG_T_POWER || sign->kind == PAG_T_BIT_AND ||
                   sign->kind == PAG_T_BIT_OR || sign->kind == PAG_T_TILDE ||
                   sign->kind == PAG_T_SHIFT_LEFT || sign->kind == PAG_T_SHIFT_RIGHT;
    if (!refused) return;
    pag_refuse(&p->refusals, PAG_E0418, pag_parser_pos(p, sign), pag_parser_text(p, sign),
               PAG_NOTHING);
}

/* What is known of a value without running it. */
typedef enum certainty {
    ANYTHING, /* perhaps one of Lua's whole numbers, or a text */
    NO_WHOLE, /* a text or a cell: arithmetic with it is ours, and exact */
    EXACT     /* the exact result of a calculation: so is comparing it */
} certainty;

static certainty surest(certainty a, certainty b)
{
    return a > b ? a : b;
}

/* One side of an operator. */
struct operand {
    pag_token first, last;
    certainty sure;
};

static bool is_one_constant(const struct operand *o)
{
    return o->first.order == o->last.order && is_constant(o->first.kind);
}

static pag_str operand_text(const pag_parser *p, const struct operand *o, pag_str otherwise)
{
    pag_str text = pag_lexer_text(&p->lexer, &o->first, &o->last);
    bool is_short = text.len <= MOST_OPERAND && pag_str_find(text, '\n') == text.len;
    return is_short ? text : otherwise;
}

/* `not x == nil` asks whether `not x` is nil, which it never is. */
static pag_str without_not(pag_str text)
{
    text.at += 3;
    text.len -= 3;
    while (text.len && (text.at[0] == ' ' || text.at[0] == '\t')) {
        text.at++;
        text.len--;
    }
    return text;
}

static void judge_equality(pag_parser *p, const pag_token *sign, const struct operand *left,
                           const struct operand *right)
{
    bool has_not = left->first.kind == PAG_T_NOT;
    bool constant = is_one_constant(left) || is_one_constant(right);
    if (sign->refused || p->refusals.stopped || (constant && !has_not)) return;
    bool negated = sign->kind == PAG_T_UNEQUAL;
    pag_str a = operand_text(p, left, has_not ? PAG_STR("not a") : PAG_STR("a"));
    pag_str b = operand_text(p, right, PAG_STR("b"));
    if (has_not) {
        a = without_not(a);
        negated = !negated;
    }
    pag_str fix;
    if (constant) {
        fix = pag_text_join(p->arena, 3, a, negated ? PAG_STR(" ~= ") : PAG_STR(" == "), b);
    } else {
        fix = pag_text_join(p->arena, 6, negated ? PAG_STR("not ") : PAG_NOTHING, PAG_STR("is("), a,
                            PAG_STR(", "), b, PAG_STR(")"));
    }
    pag_refuse(&p->refusals, PAG_E0411, pag_parser_pos(p, sign), pag_parser_text(p, sign), fix);
}

/* The certainty of the result; what was put in for the operator goes where it is not needed. */
static certainty judge_certainty(pag_parser *p, pag_token_kind sign, size_t insertion, certainty c)
{
    switch ((unsigned)sign) {
    case PAG_T_PLUS:
    case PAG_T_MINUS:
    case PAG_T_TIMES:
        if (c != ANYTHING) p->insertions.at[insertion].kind = PAG_INSERT_NOTHING;
        return c == ANYTHING ? ANYTHING : EXACT;
    case PAG_T_DIVIDE: return EXACT;
    case PAG_T_LESS:
    case PAG_T_LESS_EQUAL:
    case PAG_T_MORE:
    case PAG_T_MORE_EQUAL:
        if (c == EXACT) p->insertions.at[insertion].kind = PAG_INSERT_NOTHING;
        return ANYTHING;
    default: return ANYTHING;
    }
}

static void parse_dots(pag_parser *p)
{
    if (!p->function->takes_more) {
        pag_refuse(&p->refusals, PAG_E0435, pag_parser_pos(p, &p->now), PAG_STR("..."),
                   PAG_NOTHING);
    }
    pag_parser_advance(p);
}

static void parse_anonymous_function(pag_parser *p)
{
    pag_token first = p->now;
    int32_t number = pag_note_function(p);
    p->functions.at[number].of = p->of;
    p->of = false;
    pag_parser_advance(p);
    pag_parse_function(p, number, &first);
}

/* `m.total`, where m is a parameter of a cell's formula: a figure, never one of Lua's numbers. */
static certainty certainty_of_chain(const pag_parser *p, const pag_chain *chain)
{
    bool one_field = chain->first.kind == PAG_T_NAME && chain->last == PAG_SUFFIX_FIELD &&
                     p->before.order == chain->first.order + 2;
    const pag_local *local = one_field ? pag_scope_local(p, &chain->first) : NULL;
    bool figure =
        local && local->kind == PAG_LOCAL_PARAMETER && p->functions.at[local->function].of;
    return figure ? NO_WHOLE : ANYTHING;
}

static void refuse_no_value(pag_parser *p)
{
    if (p->now.kind == PAG_T_FINISH) {
        pag_parser_stop(p, PAG_E0430, PAG_NOTHING, PAG_NOTHING);
    } else {
        pag_parser_stop(p, PAG_E0436, pag_parser_text(p, &p->now), PAG_NOTHING);
    }
}

static certainty parse_simple(pag_parser *p)
{
    pag_token_kind kind = p->now.kind;
    if (kind == PAG_T_NUMBER || kind == PAG_T_STRING || is_constant(kind)) {
        pag_parser_advance(p);
        return kind == PAG_T_STRING ? NO_WHOLE : ANYTHING;
    } else if (kind == PAG_T_OPEN_BRACE) {
        pag_parse_table(p);
    } else if (kind == PAG_T_FUNCTION) {
        parse_anonymous_function(p);
    } else if (kind == PAG_T_DOTS) {
        parse_dots(p);
    } else if (kind == PAG_T_NAME || kind == PAG_T_OPEN) {
        pag_chain chain = pag_parse_chain(p);
        pag_scope_read(p, &chain);
        return certainty_of_chain(p, &chain);
    } else {
        refuse_no_value(p);
    }
    return ANYTHING;
}

static certainty parse_operation(pag_parser *p, unsigned above);

/* At a binary operator whose left side has been read. */
static certainty parse_right_side(pag_parser *p, const struct operand *left)
{
    pag_token sign = p->now;
    if (sign.kind == PAG_T_AND || sign.kind == PAG_T_OR) {
        pag_note_tested(p, &left->first, &left->last);
    }
    judge_operator(p, &sign);
    size_t insertion = pag_note_operator(p);
    struct operand right = {.first = p->now};
    certainty sure = surest(left->sure, parse_operation(p, priorities[sign.kind].right));
    right.last = p->before;
    if (sign.kind == PAG_T_EQUAL || sign.kind == PAG_T_UNEQUAL) {
        judge_equality(p, &sign, left, &right);
    }
    return judge_certainty(p, sign.kind, insertion, sure);
}

static certainty parse_unary(pag_parser *p)
{
    pag_token sign = p->now;
    bool negative = sign.kind == PAG_T_MINUS;
    judge_operator(p, &sign);
    pag_parser_advance(p);
    pag_token first = p->now;
    certainty sure = parse_operation(p, UNARY_PRIORITY);
    if (sign.kind == PAG_T_NOT) pag_note_tested(p, &first, &p->before);
    return negative && sure != ANYTHING ? EXACT : ANYTHING;
}

/* An operand and all the operators after it that bind more strongly than `above`. */
static certainty parse_operation(pag_parser *p, unsigned above)
{
    struct operand left = {.first = p->now};
    if (pag_parser_enter(p)) {
        pag_token_kind kind = p->now.kind;
        bool unary =
            kind == PAG_T_NOT || kind == PAG_T_MINUS || kind == PAG_T_LENGTH || kind == PAG_T_TILDE;
        left.sure = unary ? parse_unary(p) : parse_simple(p);
        while (priorities[p->now.kind].left > above) {
            left.last = p->before;
            left.sure = parse_right_side(p, &left);
        }
    }
    pag_parser_leave(p);
    return left.sure;
}

void pag_parse_expression(pag_parser *p)
{
    (void)parse_operation(p, 0);
}

void pag_parse_condition(pag_parser *p)
{
    pag_token first = p->now;
    pag_parse_expression(p);
    pag_note_tested(p, &first, &p->before);
}

pag_value pag_parse_value(pag_parser *p)
{
    pag_token first = p->now;
    int32_t number = (int32_t)p->functions.n;
    pag_parse_expression(p);
    pag_value value = {
        .pos = pag_lexer_span(&p->lexer, &first, &p->before),
        .text = pag_lexer_text(&p->lexer, &first, &p->before),
        .function = -1,
    };
    bool is_function = first.kind == PAG_T_FUNCTION && !p->refusals.stopped &&
                       p->functions.at[number].text.len == value.text.len;
    if (is_function) value.function = number;
    return value;
}

void pag_parse_values(pag_parser *p)
{
    bool told = false; /* that this value is perhaps the decimals of the one before */
    do {
        pag_value value = pag_parse_value(p);
        if (!told) PAG_LIST_ADD(p->arena, &p->open_values, value);
        told = pag_parser_judge_comma(p);
    } while (pag_parser_take(p, PAG_T_COMMA));
}

void pag_parse_values_end(pag_parser *p, size_t from, size_t most)
{
    if (p->open_values.n > from + most && !p->refusals.stopped && !pag_layout_blames(p)) {
        pag_value extra = p->open_values.at[from + most];
        pag_refuse(&p->refusals, PAG_E0475, extra.pos, extra.text, PAG_NOTHING);
    }
    p->open_values.n = from;
}
