/* Names of people in texts. A name is found by its letters alone: in any case, with or without
 * accents, with dashes or digits in it or behind it, and where it is written together with other
 * words or letter by letter. */
#include "schema/names.h"

#include "base/list.h"
#include "schema/reader.h"

#include <utf8proc.h>

/* --- letters --- */

static bool is_letter(utf8proc_category_t c)
{
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

static pag_apart apart_by(utf8proc_int32_t code, utf8proc_category_t c)
{
    switch (c) {
    case UTF8PROC_CATEGORY_MN: /* an accent is part of its letter */
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return PAG_APART_NONE;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_CF: return PAG_APART_JOINT;
    default: break;
    }
    if (code == '.' || code == '*' || code == 0xB7) return PAG_APART_JOINT;
    return code == '\'' || code == 0x2018 || code == 0x2019 ? PAG_APART_ELISION : PAG_APART_SPACE;
}

typedef struct spelling_out {
    pag_arena *arena;
    pag_spelling *out;
    pag_apart gap;
    bool small; /* the letter before is one that could be a capital */
} spelling_out;

/* The letters that one of the text is made of: "ß" is two. */
static void put_letter(spelling_out *s, utf8proc_int32_t code, size_t from, size_t to)
{
    enum { MOST = 24 }; /* no code point decomposes into more than 18 */
    utf8proc_int32_t parts[MOST];
    int boundary = 0;
    utf8proc_category_t c = utf8proc_category(code);
    bool capital = c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        code, parts, MOST,
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
    if (s->gap == PAG_APART_NONE && capital && s->small) s->gap = PAG_APART_HUMP;
    for (utf8proc_ssize_t i = 0; i < n && n <= MOST; i++) {
        pag_spelling *out = s->out;
        if (!is_letter(utf8proc_category(parts[i]))) continue;
        out->at = pag_list_grown(s->arena, out->at, out->n, &out->room, sizeof *out->at);
        out->at[out->n++] =
            (pag_letter){parts[i], (uint32_t)from, (uint32_t)to, s->gap, capital, false};
        s->gap = PAG_APART_NONE;
    }
    s->small = !capital;
}

void pag_spell(pag_arena *arena, pag_str text, pag_spelling *out)
{
    spelling_out s = {.arena = arena, .out = out, .gap = PAG_APART_SPACE};
    out->text = text;
    out->n = 0;
    for (size_t i = 0; i < text.len;) {
        utf8proc_int32_t code = 0;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text.at + i,
                                              (utf8proc_ssize_t)(text.len - i), &code);
        size_t end = i + (n > 0 ? (size_t)n : 1);
        utf8proc_category_t c = n > 0 ? utf8proc_category(code) : UTF8PROC_CATEGORY_CN;
        if (is_letter(c)) {
            put_letter(&s, code, i, end);
        } else {
            pag_apart gap = apart_by(code, c);
            if (gap > s.gap) s.gap = gap;
        }
        i = end;
    }
}

/* --- words that are no names --- */

/* Words that stand in names and in any other text. */
static bool is_particle(pag_str folded)
{
    static const pag_str particles[] = {
        PAG_WORD("dei"),   PAG_WORD("del"),   PAG_WORD("dell"),  PAG_WORD("della"),
        PAG_WORD("delle"), PAG_WORD("dello"), PAG_WORD("degli"), PAG_WORD("dai"),
        PAG_WORD("dal"),   PAG_WORD("dall"),  PAG_WORD("dalla"), PAG_WORD("dalle"),
        PAG_WORD("dallo"), PAG_WORD("dagli"), PAG_WORD("all"),   PAG_WORD("alla"),
        PAG_WORD("con"),   PAG_WORD("per"),   PAG_WORD("san"),   PAG_WORD("sant"),
        PAG_WORD("santa"), PAG_WORD("von"),   PAG_WORD("van")};
    return pag_names_have((pag_names){particles, sizeof particles / sizeof *particles}, folded);
}

/* What comes before a name and says nothing of who is meant. */
static bool is_title(pag_str folded)
{
    static const pag_str titles[] = {
        PAG_WORD("agr"),        PAG_WORD("arch"),       PAG_WORD("architetto"),
        PAG_WORD("avv"),        PAG_WORD("avvocato"),   PAG_WORD("cav"),
        PAG_WORD("com"),        PAG_WORD("com-te"),     PAG_WORD("comm"),
        PAG_WORD("dott"),       PAG_WORD("dott-ssa"),   PAG_WORD("dottor"),
        PAG_WORD("dottore"),    PAG_WORD("dottoressa"), PAG_WORD("dottssa"),
        PAG_WORD("dr"),         PAG_WORD("dr-ssa"),     PAG_WORD("drssa"),
        PAG_WORD("geom"),       PAG_WORD("geometra"),   PAG_WORD("ind"),
        PAG_WORD("ing"),        PAG_WORD("ingegner"),   PAG_WORD("ingegnere"),
        PAG_WORD("isp"),        PAG_WORD("prof"),       PAG_WORD("prof-ssa"),
        PAG_WORD("professor"),  PAG_WORD("professore"), PAG_WORD("professoressa"),
        PAG_WORD("profssa"),    PAG_WORD("rag"),        PAG_WORD("ragionier"),
        PAG_WORD("ragioniera"), PAG_WORD("ragioniere"), PAG_WORD("resp"),
        PAG_WORD("sig"),        PAG_WORD("sig-na"),     PAG_WORD("sig-ra"),
        PAG_WORD("signor"),     PAG_WORD("signora"),    PAG_WORD("sigra")};
    return pag_names_have((pag_names){titles, sizeof titles / sizeof *titles}, folded);
}

/* What stands where a name could, and says that there is none. */
static bool is_nobody(pag_str folded)
{
    static const pag_str nobody[] = {
        PAG_WORD("assegnare"),  PAG_WORD("definire"),   PAG_WORD("designare"),
        PAG_WORD("incaricata"), PAG_WORD("incaricato"), PAG_WORD("individuare"),
        PAG_WORD("interim"),    PAG_WORD("nessuno"),    PAG_WORD("nominare"),
        PAG_WORD("post"),       PAG_WORD("posto"),      PAG_WORD("responsabile"),
        PAG_WORD("scoperta"),   PAG_WORD("scoperto"),   PAG_WORD("titolare"),
        PAG_WORD("vacancy"),    PAG_WORD("vacant"),     PAG_WORD("vacante"),
        PAG_WORD("vacanza")};
    return pag_names_have((pag_names){nobody, sizeof nobody / sizeof *nobody}, folded);
}

/* --- who is meant --- */

typedef struct meaning {
    pag_arena *arena;
    const pag_str *posts;
    size_t n_posts;
    pag_spelling text;
    bool plain; /* no word has a capital letter, and none is a post: each may be a name */
    size_t room;
    pag_spelling *names;
    pag_meant_names out;
} meaning;

/* Some letters in a row of the text. */
typedef struct run {
    size_t from, to;
} run;

/* The next one after `*at` whose letters have less than `gap` between them. */
static bool next_run(const meaning *m, size_t *at, size_t end, pag_apart gap, run *out)
{
    if (*at >= end) return false;
    *out = (run){*at, *at + 1};
    while (out->to < end && m->text.at[out->to].before < gap) out->to++;
    *at = out->to;
    return true;
}

static pag_str folded(const meaning *m, run r)
{
    uint32_t from = m->text.at[r.from].from;
    pag_str piece = {m->text.text.at + from, m->text.at[r.to - 1].to - from};
    return pag_id_from(m->arena, piece);
}

/* Whether `word` is among the words of `id`, which is made by pag_id_from. */
static bool is_word_of(pag_str id, pag_str word)
{
    for (size_t i = 0, end; i < id.len; i = end + 1) {
        end = i;
        while (end < id.len && id.at[end] != '-') end++;
        if (pag_str_equal((pag_str){id.at + i, end - i}, word)) return true;
    }
    return false;
}

static bool is_post(const meaning *m, pag_str word)
{
    bool post = is_nobody(word);
    for (size_t i = 0; !post && i < m->n_posts; i++) {
        post = is_word_of(pag_id_from(m->arena, m->posts[i]), word);
    }
    return post;
}

static bool is_capital(const meaning *m, run r)
{
    return m->text.at[r.from].capital;
}

static void add_name(meaning *m, run r)
{
    enum { LEAST = 3 };
    if (r.to - r.from < LEAST) return;
    m->names = pag_list_grown(m->arena, m->names, m->out.n, &m->room, sizeof *m->names);
    m->names[m->out.n++] = (pag_spelling){.n = r.to - r.from, .at = m->text.at + r.from};
}

static bool may_name(const meaning *m, run r)
{
    pag_str word = folded(m, r);
    return (m->plain || is_capital(m, r)) && !is_particle(word) && !is_title(word) &&
           !is_post(m, word);
}

/* The pieces of "Bianchi-Rossi", "D'Angelo", and all of them together. */
static void note_names(meaning *m, run word)
{
    run piece;
    size_t n = 0;
    bool first = may_name(m, word);
    for (size_t at = word.from; next_run(m, &at, word.to, PAG_APART_HUMP, &piece); n++) {
        if (may_name(m, piece)) add_name(m, piece);
    }
    if (n > 1 && first) add_name(m, word);
}

static void judge_plain(meaning *m)
{
    run word;
    m->plain = true;
    for (size_t at = 0; next_run(m, &at, m->text.n, PAG_APART_SPACE, &word);) {
        if (is_title(folded(m, word))) continue;
        m->plain = m->plain && !is_capital(m, word) && !is_post(m, folded(m, word));
    }
}

pag_meant_names pag_names_of(pag_arena *arena, pag_str text, const pag_str *posts, size_t n_posts)
{
    meaning m = {.arena = arena, .posts = posts, .n_posts = n_posts};
    pag_text kept = {.arena = arena};
    run word;
    pag_spell(arena, text, &m.text);
    judge_plain(&m);
    for (size_t at = 0; next_run(&m, &at, m.text.n, PAG_APART_SPACE, &word);) {
        pag_str id = folded(&m, word);
        bool told = m.plain || is_capital(&m, word) || is_particle(id);
        if (is_title(id)) continue;
        note_names(&m, word);
        if (!told || is_post(&m, id)) continue;
        if (kept.len) pag_text_byte(&kept, '-');
        pag_text_put(&kept, id);
    }
    m.out.names = m.names;
    m.out.words = pag_text_str(&kept);
    return m.out;
}

/* --- where a name is said --- */

/* Whether letter by letter: each stands alone. */
static bool is_spaced(const pag_spelling *said, size_t i)
{
    bool alone = i + 1 == said->n || said->at[i + 1].before != PAG_APART_NONE;
    return said->at[i - 1].before != PAG_APART_NONE && alone;
}

/* Where the name ends that begins at `from`; 0: it does not stand there. */
static size_t end_of(const pag_spelling *said, size_t from, const pag_spelling *name)
{
    if (name->n > said->n - from) return 0;
    for (size_t i = 0; i < name->n; i++) {
        const pag_letter *letter = &said->at[from + i];
        bool apart = i > 0 && letter->before > PAG_APART_JOINT;
        if (letter->code != name->at[i].code) return 0;
        if (apart && (letter->before != PAG_APART_SPACE || !is_spaced(said, from + i))) return 0;
    }
    return from + name->n;
}

bool pag_names_are_in(const pag_meant_names *naming, pag_spelling *said, pag_str *found)
{
    for (size_t i = 0; i < said->n; i++) said->at[i].follows = false;
    for (size_t i = 0; i < said->n; i++) {
        if (said->at[i].before == PAG_APART_NONE && !said->at[i].follows) continue;
        for (size_t k = 0; k < naming->n; k++) {
            size_t end = end_of(said, i, &naming->names[k]);
            if (!end) continue;
            bool ends = end == said->n || said->at[end].before != PAG_APART_NONE;
            if (!ends) said->at[end].follows = true; /* by the next one: "adarossi" */
            uint32_t from = said->at[i].from;
            *found = (pag_str){said->text.at + from, said->at[end - 1].to - from};
            if (ends) return true;
        }
    }
    return false;
}
