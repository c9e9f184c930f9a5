"""What a header declares is there for others: a function of ours that only the file which defines it
names is static, and one that nobody names is gone. Tests count as others."""
import re
import sys

import house

DECLARED = re.compile(r"^(?!typedef|static)[A-Za-z_][^;{}=#()]*?\b(pag_\w+)\(", re.M)
NAME = re.compile(r"\bpag_\w+")


def check(files):
    texts = {path: house.without_comments_and_strings(text) for path, text in files}
    naming = {}
    for path, text in texts.items():
        for name in set(NAME.findall(text)):
            naming.setdefault(name, set()).add(path)
    findings = []
    for path, text in texts.items():
        if not path.endswith(".h") or path.startswith("tests/"):
            continue
        for m in DECLARED.finditer(text):
            inside = len(re.findall(rf"\b{m[1]}\b", text)) > 1  # an inline function of the header names it
            others = naming[m[1]] - ({path} if not inside else set())
            if len(others) < 2:
                where = f"{path}:{house.line_of(text, m.start(1))}"
                findings.append(f"{where}: {m[1]} is named by {' '.join(others) or 'nobody'} alone")
    return findings


HEADER = ("engine/base/a.h", "/* pag_old() */\nint pag_a(int);\nstatic inline int pag_in(void) { return 1; }\n")
GOOD = [
    ([HEADER, ("engine/base/a.c", "int pag_a(int n) {}"), ("engine/diag/b.c", "x = pag_a(1);")],),
    ([HEADER, ("engine/base/a.c", "int pag_a(int n) {}"), ("tests/unit/a_test.c", "pag_a(1);")],),
    ([("engine/base/a.h", "typedef int pag_visit(void *ud);\nstruct s { pag_visit *visit; };\n")],),
]
BAD = [
    (([HEADER, ("engine/base/a.c", "int pag_a(int n) {}\nint f() { return pag_a(1); }")],), "a.h:2: pag_a"),
    (([HEADER, ("engine/base/a.c", "int pag_a(int n) {}"), ("engine/diag/b.c", '"pag_a()" /* pag_a */')],),
     "by engine/base/a.c alone"),
    (([("engine/base/a.h", "bool pag_gone(void);")],), "by nobody alone"),
]

if __name__ == "__main__":
    if "--self-test" in sys.argv:
        house.self_test(check, GOOD, BAD)
    everything = list(house.sources("engine", "include", "tests"))
    house.report(check(everything), len(everything))
