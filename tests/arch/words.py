"""The C engine knows no municipality, no secretary and no 10%: no word of the domain in its code and
sentences (comments may give examples). Also: no path of a machine in any file, and files and
functions of a size that can be held in the head."""
import re
import sys

import house

FILE_LINES = 400
FUNCTION_LINES = 60
ENGINE = ("engine", "include")
OURS = ENGINE + ("rules", "plans", "tests")
TEXT = (".c", ".h", ".def", ".lua", ".yaml", ".yml", ".md", ".py", ".sh", ".txt", ".json", "")
DOMAIN = re.compile(
    r"(?<![a-z])(secretar(?:y|ies)|segretari[aoe]?|municipal\w*|comun[ei]|comunal[ei]|mayors?"
    r"|sindac[aoi]|giunta|assessor[ei]?|dirigent[ei]|casale|marittimo|ccnl|aran|oiv"
    r"|nucleo di valutazione|elevata qualificazione|posizion[ei] organizzativ[ae])(?![a-z])", re.I)
MACHINE = re.compile(r"(?<![\w.])/(?:wor[k]|roo[t]|hom[e]/\w+|User[s]/\w+)(?=[/\s\"'`:)]|$)")

# (file, word): why it may stand there.
ALLOWED = {}


def check_words(path, text):
    findings = []
    for m in DOMAIN.finditer(house.without_comments(text).replace("_", " ")):
        if (path, m[1].lower()) not in ALLOWED:
            line = house.line_of(text, m.start())
            findings.append(f"{path}:{line}: the engine knows no {m[1]!r}")
    return findings


def check_machine(path, text):
    return [f"{path}:{house.line_of(text, m.start())}: path of a machine: {m[0]}"
            for m in MACHINE.finditer(text)]


def check_size(path, text):
    """A function, in our style, has its braces alone in the first column; its signature begins with
    the nearest line above that is not indented."""
    lines = text.split("\n")
    findings = []
    if len(lines) - 1 > FILE_LINES:
        findings.append(f"{path}: {len(lines) - 1} lines, over {FILE_LINES}")
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number - 1
            while start > 1 and lines[start - 1][:1].isspace():
                start -= 1
        elif line == "}" and start:
            if number - start + 1 > FUNCTION_LINES:
                findings.append(f"{path}:{start}: a function of {number - start + 1} lines, "
                                f"over {FUNCTION_LINES}")
            start = None
    return findings


def check_engine(path, text):
    findings = check_words(path, text)
    return findings + check_size(path, text) if path.endswith((".c", ".h")) else findings


def check(path, text):
    findings = check_machine(path, text)
    return findings + check_engine(path, text) if path.startswith(ENGINE) else findings


def function(body):
    return "/* Why. */\nstatic int a(int b,\n             int c)\n{\n" + "    b++;\n" * body + "}\n"


GOOD = [
    ("engine/a.c", "/* secretary.municipality.pay */\nint communication, commune; // il comune\n"),
    ("engine/a.c", function(56)),
    ("engine/a.c", "static const int t[] = {\n" + "    1,\n" * 90 + "};\n" + function(3)),
    ("engine/a.c", "\n" * 400),
    ("rules/a.lua", "secretary = 'Casale'\n"),
    ("tests/a.py", "/tmp/x /usr/share/i18n https://a.example/work/x\n"),
]
BAD = [
    (("engine/a.c", "struct secretary { int a; };\n"), "'secretary'"),
    (("engine/a.c", "int pag_municipality_pay;\n"), "'municipality'"),
    (("engine/diag/codes.def", 'X(E1, "the mayor", "il capo")\n'), "'mayor'"),
    (("include/pagella/a.h", '\nchar *s = "il comune";\n'), "a.h:2"),
    (("engine/a.c", function(57)), "a.c:2: a function of 61 lines"),
    (("engine/a.c", function(3) + "\n" + function(80)), "a.c:11: a function of 84 lines"),
    (("engine/a.c", "\n" * 401), "401 lines"),
    (("tests/a.py", "open('/wor" + "k/x')\n"), "path of a machine"),
    (("plans/a.yaml", "a: /hom" + "e/anna/x\n"), "path of a machine"),
]

if __name__ == "__main__":
    if "--self-test" in sys.argv:
        house.self_test(check, GOOD, BAD)
    files = list(house.sources(*OURS, endings=TEXT))
    for name in ("CMakeLists.txt", "CMakePresets.json", "README.md", "run"):
        if (house.ROOT / name).is_file():
            files.append((name, (house.ROOT / name).read_text(encoding="utf-8")))
    house.report([f for file in files for f in check(*file)], len(files))
